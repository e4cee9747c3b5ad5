import { type RefObject, useEffect } from "react";

/** Where `at` lies between two of `from`, as far between the same two of `to`. Both ascend. */
export function inStep(at: number, from: number[], to: number[]): number {
	const next = from.findIndex((stop) => stop > at);
	if (next < 0) return to.at(-1) ?? 0;
	const [start, end] = [from[next - 1] ?? 0, from[next] ?? 0];
	const [first, last] = [to[next - 1] ?? 0, to[next] ?? 0];
	return first + ((at - start) / (end - start || 1)) * (last - first);
}

const SAME = [
	"fontFamily",
	"fontSize",
	"fontWeight",
	"letterSpacing",
	"lineHeight",
	"tabSize",
	"wordBreak",
] as const;

/** A field does not tell where its lines stand: a copy with the same letters does. */
function lineTops(area: HTMLTextAreaElement): number[] {
	const style = getComputedStyle(area);
	const copy = document.createElement("div");
	for (const name of SAME) copy.style[name] = style[name];
	const sides =
		Number.parseFloat(style.paddingLeft) +
		Number.parseFloat(style.paddingRight);
	Object.assign(copy.style, {
		position: "absolute",
		visibility: "hidden",
		whiteSpace: "pre-wrap",
		overflowWrap: "break-word",
		width: `${area.clientWidth - sides}px`,
	});
	for (const line of area.value.split("\n")) {
		const row = document.createElement("div");
		row.textContent = line || " ";
		copy.append(row);
	}
	document.body.append(copy);
	const tops = [...copy.children].map((row) =>
		row instanceof HTMLElement ? row.offsetTop : 0,
	);
	copy.remove();
	return tops;
}

/** Field and page show the same place, whichever of them is scrolled. `shown` is what the page shows. */
export function useScrollInStep(
	area: RefObject<HTMLTextAreaElement>,
	page: RefObject<HTMLElement>,
	shown: unknown,
): void {
	useEffect(() => {
		const field = area.current;
		const pane = page.current;
		if (!field || !pane || !shown) return;
		let measured = { key: "", fields: [0], panes: [0] };
		const stops = () => {
			const key = `${field.clientWidth} ${pane.scrollHeight} ${field.value}`;
			if (measured.key === key) return measured;
			const lines = lineTops(field);
			const blocks = [...pane.querySelectorAll<HTMLElement>("[data-line]")];
			const top = blocks[0]?.offsetTop ?? 0;
			measured = {
				key,
				fields: [
					0,
					...blocks.map(({ dataset }) => lines[Number(dataset.line) - 1] ?? 0),
					field.scrollHeight,
				],
				panes: [
					0,
					...blocks.map(({ offsetTop }) => offsetTop - top),
					pane.scrollHeight,
				],
			};
			return measured;
		};
		// The one that a person last pointed at or typed in leads.
		let leader: HTMLElement = field;
		const lead = ({ currentTarget }: Event) => {
			leader = currentTarget as HTMLElement;
		};
		const follow = () => {
			const { fields, panes } = stops();
			if (leader === field)
				pane.scrollTop = inStep(field.scrollTop, fields, panes);
			else field.scrollTop = inStep(pane.scrollTop, panes, fields);
		};
		const onScroll = ({ currentTarget }: Event) => {
			if (currentTarget === leader) follow();
		};
		const LEADS = ["pointerenter", "focusin", "wheel", "touchstart"];
		for (const part of [field, pane]) {
			for (const name of LEADS)
				part.addEventListener(name, lead, { passive: true });
			part.addEventListener("scroll", onScroll);
		}
		follow();
		return () => {
			for (const part of [field, pane]) {
				for (const name of LEADS) part.removeEventListener(name, lead);
				part.removeEventListener("scroll", onScroll);
			}
		};
	}, [area, page, shown]);
}
