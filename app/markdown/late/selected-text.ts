const BREAKS =
	/^(?:p|h[1-6]|li|ul|ol|blockquote|pre|div|table|tr|th|td|br|hr|details|summary)$/;

type Write = (tex: string, math: Element) => string;

function written(node: Node, write: Write): string {
	if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
	const name = node.nodeName.toLowerCase();
	if (name === "math" && node instanceof Element)
		return write(node.querySelector("annotation")?.textContent ?? "", node);
	const text = [...node.childNodes].map((one) => written(one, write)).join("");
	return BREAKS.test(name) ? `\n${text}\n` : text;
}

/** As the server has it: formulas as source, line ends between blocks. */
export const textOf = (node: Node, write: Write = (tex) => tex) =>
	written(node, write)
		.replace(/\n{2,}/g, "\n")
		.trim();

const formulaAround = (node: Node) =>
	(node instanceof Element ? node : node.parentElement)?.closest("math");

export function takeWholeFormulas(range: Range): void {
	const [first, last] = [range.startContainer, range.endContainer].map(
		formulaAround,
	);
	if (first) range.setStartBefore(first);
	if (last) range.setEndAfter(last);
}
