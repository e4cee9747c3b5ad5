import { useEffect } from "react";

const marks = () => [...document.querySelectorAll<HTMLElement>(".asks .ask")];

/** The first mark of those still in view or below it. */
const nearest = (all: HTMLElement[]) =>
	all.find((mark) => mark.getBoundingClientRect().top >= 0) ?? all.at(-1);

function stopAt(all: HTMLElement[], stop: HTMLElement | undefined) {
	for (const mark of all) mark.tabIndex = mark === stop ? 0 : -1;
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The paragraphs' marks are one tab stop, at the paragraph in view; arrows lead to the others. Without scripts each is one. */
export function useAskKeys(): void {
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			const step = STEPS[event.key];
			if (event.key !== "Tab" && !step) return;
			const all = marks();
			const at = all.indexOf(document.activeElement as HTMLElement);
			if (!step) return at < 0 && stopAt(all, nearest(all));
			const next = at < 0 ? undefined : all[at + step];
			if (!next) return;
			event.preventDefault();
			stopAt(all, next);
			next.focus();
		};
		const all = marks();
		stopAt(all, nearest(all));
		document.addEventListener("keydown", onKey, true);
		return () => document.removeEventListener("keydown", onKey, true);
	}, []);
}
