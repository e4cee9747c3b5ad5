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

/** Every matching text of app/, as in the code. */
export function sqlIn(pattern: RegExp): WrittenSql[] {
	const found: WrittenSql[] = [];
	for (const path of readdirSync("app", {
		recursive: true,
		encoding: "utf8",
	})) {
		if (!/\.tsx?$/.test(path) || path.startsWith("platform/prisma/")) continue;
		const source = readFileSync(join("app", path), "utf8");
		const look = (node: ts.Node): void => {
			const text = textOf(node);
			if (text && pattern.test(text)) found.push({ file: path, text });
			ts.forEachChild(node, look);
		};
		look(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
	}
	return found;
}
