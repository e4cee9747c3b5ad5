import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

/** A regular expression of a source file, and whether it splits a text. */
export type Pattern = { file: string; regExp: RegExp; splits: boolean };

/** Prisma generates it. */
const GENERATED = /^app\/platform\/prisma\//;

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
	.map((path) => join("app", path))
	.filter((path) => /\.(?:ts|tsx|mjs)$/.test(path) && !GENERATED.test(path));

const isComposing = (node: ts.Node): node is ts.NewExpression =>
	ts.isNewExpression(node) && node.expression.getText() === "RegExp";

function nodesIn(file: string) {
	const literals: ts.RegularExpressionLiteral[] = [];
	let composed = 0;
	const splitters = new Set<string>();
	const source = ts.createSourceFile(
		file,
		readFileSync(file, "utf8"),
		ts.ScriptTarget.Latest,
		true,
	);
	const visit = (node: ts.Node) => {
		if (ts.isRegularExpressionLiteral(node)) literals.push(node);
		if (isComposing(node)) composed++;
		if (
			ts.isCallExpression(node) &&
			ts.isPropertyAccessExpression(node.expression) &&
			node.expression.name.text === "split"
		)
			splitters.add(node.arguments[0]?.getText() ?? "");
		ts.forEachChild(node, visit);
	};
	visit(source);
	return { literals, composed, splitters };
}

/** Catches the patterns that a file composes while it is loaded a second time, after its imports. */
async function composedIn(file: string): Promise<RegExp[]> {
	const path = resolve(file);
	await import(/* @vite-ignore */ path);
	const caught: RegExp[] = [];
	const { RegExp: original } = globalThis;
	globalThis.RegExp = new Proxy(original, {
		construct(target, given) {
			const made = new target(...(given as [string, string]));
			caught.push(made);
			return made;
		},
	});
	try {
		await import(/* @vite-ignore */ `${path}?composed`);
	} finally {
		globalThis.RegExp = original;
	}
	return caught;
}

/**
 * Every regular expression in app/, literal or composed.
 * @throws if one is composed after its file was loaded, where this cannot see it
 */
export async function patternsOfApp(): Promise<Pattern[]> {
	const patterns: Pattern[] = [];
	for (const file of files) {
		const { literals, composed, splitters } = nodesIn(file);
		for (const literal of literals) {
			const text = literal.getText();
			const end = text.lastIndexOf("/");
			const name =
				ts.isVariableDeclaration(literal.parent) &&
				literal.parent.name.getText();
			patterns.push({
				file,
				regExp: new RegExp(text.slice(1, end), text.slice(end + 1)),
				splits: splitters.has(text) || (name && splitters.has(name)) || false,
			});
		}
		if (composed === 0) continue;
		const caught = await composedIn(file);
		if (caught.length < composed)
			throw new Error(`${file} composes a pattern while it runs`);
		for (const regExp of caught) patterns.push({ file, regExp, splits: false });
	}
	return patterns;
}
