import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export type WrittenSql = { file: string; text: string };

/** Values and pieces become `${}`; a piece within a statement is a text of its own. */
function textOf(node: ts.Node): string | null {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return null;
	const rest = node.templateSpans.map(({ literal }) => `\${}${literal.text}`);
	return node.head.text + rest.join("");
}

/** Calls `look` with every node of the code in app/. */
function lookThrough(look: (node: ts.Node, file: string) => void): void {
	for (const path of readdirSync("app", {
		recursive: true,
		encoding: "utf8",
	})) {
		if (!/\.tsx?$/.test(path) || path.startsWith("platform/prisma/")) continue;
		const source = readFileSync(join("app", path), "utf8");
		const each = (node: ts.Node): void => {
			look(node, path);
			ts.forEachChild(node, each);
		};
		each(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
	}
}

/** Every matching text of app/, as in the code. */
export function sqlIn(pattern: RegExp): WrittenSql[] {
	const found: WrittenSql[] = [];
	lookThrough((node, file) => {
		const text = textOf(node);
		if (text && pattern.test(text)) found.push({ file, text });
	});
	return found;
}

export type PrismaCall = {
	file: string;
	/** Its own first, then those of the relations that it names. */
	tables: string[];
	writes: boolean;
};

type Model = { table: string; relations: Map<string, string> };

/** By name, as Prisma has it in `db`. */
function models(): Map<string, Model> {
	const schema = readFileSync("prisma/schema.prisma", "utf8");
	const written = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
	const own = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
	const names = written.map(([, name = ""]) => own(name));
	return new Map(
		written.map(([, name = "", body = ""]) => {
			const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)/gm)].map(
				([, field = "", type = ""]) => [field, own(type)] as const,
			);
			return [
				own(name),
				{
					table: /^ {2}@@map\("(\w+)"\)/m.exec(body)?.[1] ?? "",
					relations: new Map(fields.filter(([, type]) => names.includes(type))),
				},
			];
		}),
	);
}

const METHOD =
	/^(?:(find|count$|aggregate$|groupBy$)|create|update|upsert|delete)/;

/** Every call of a model of Prisma in app/. Arguments count where they stand in the call. */
export function prismaCalls(): PrismaCall[] {
	const all = models();
	const found: PrismaCall[] = [];
	const named = (node: ts.Node, model: Model): string[] => {
		const relation =
			(ts.isPropertyAssignment(node) ||
				ts.isShorthandPropertyAssignment(node)) &&
			all.get(model.relations.get(node.name.getText()) ?? "");
		const tables = relation ? [relation.table] : [];
		ts.forEachChild(node, (child) => {
			tables.push(...named(child, relation || model));
		});
		return tables;
	};
	lookThrough((node, file) => {
		if (!ts.isCallExpression(node)) return;
		const { expression: method } = node;
		if (!ts.isPropertyAccessExpression(method)) return;
		const { expression: delegate } = method;
		if (!ts.isPropertyAccessExpression(delegate)) return;
		const model = all.get(delegate.name.text);
		const [match, reads] = METHOD.exec(method.name.text) ?? [];
		if (!model || match === undefined) return;
		const relations = node.arguments.flatMap((given) => named(given, model));
		const tables = [...new Set([model.table, ...relations])];
		found.push({ file, tables, writes: !reads });
	});
	return found;
}
