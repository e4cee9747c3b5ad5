import { takeWholeFormulas, textOf } from "#app/markdown/late/selected-text.ts";

const inMarks = (tex: string, math: Element) =>
	math.getAttribute("display") === "block" ? `\n$$${tex}$$\n` : `$${tex}$`;

/** What a browser copies of a formula is its letters in a row. */
function copyFormulas(event: ClipboardEvent): void {
	const selection = getSelection();
	if (!selection || selection.isCollapsed || !event.clipboardData) return;
	const range = selection.getRangeAt(0).cloneRange();
	takeWholeFormulas(range);
	const box = document.createElement("div");
	box.append(range.cloneContents());
	if (!box.querySelector("math")) return;
	// Links that stand below a lesson's blocks.
	for (const asks of box.querySelectorAll(".asks")) asks.remove();
	event.preventDefault();
	event.clipboardData.setData("text/plain", textOf(box, inMarks));
	event.clipboardData.setData("text/html", box.innerHTML);
}

document.addEventListener("copy", copyFormulas);
