import {
	type Document,
	LineCounter,
	type ParsedNode,
	parseDocument,
} from "yaml";

const LENGTH_LIMIT = 64_000;
/** Deeper nesting would exhaust the parser's stack, and sometimes end the process. */
const NESTING_LIMIT = 50;

function isDeep(source: string): boolean {
	let [open, dashes] = [0, 0];
	for (const [mark] of source.matchAll(/[[\]{}\n]|[-?:](?=\s)/gu)) {
		if (mark === "[" || mark === "{") open += 1;
		else if (mark === "]" || mark === "}") open = Math.max(0, open - 1);
		else if (mark === "\n") dashes = 0;
		else dashes += 1;
		if (open + dashes > NESTING_LIMIT) return true;
	}
	return false;
}

export const isModest = (source: string): boolean =>
	source.length <= LENGTH_LIMIT && !isDeep(source);

type Yaml = { contents: ParsedNode | null; errors: Document["errors"] };

/** Null: too long or too deep. `lineAt` counts from 1. */
export function readYaml(
	source: string,
): (Yaml & { lineAt: (offset: number) => number }) | null {
	if (!isModest(source)) return null;
	const lineCounter = new LineCounter();
	const { contents, errors } = parseDocument(source, { lineCounter });
	const lineAt = (offset: number) => lineCounter.linePos(offset).line;
	return { contents, errors, lineAt };
}
