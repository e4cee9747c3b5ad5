import {
	useActionData,
	useLocation,
	useNavigationType,
} from "@remix-run/react";
import { useEffect, useRef } from "react";

function startAt(place: HTMLElement): void {
	// Controls stay in the Tab order.
	if (place.tabIndex < 0) place.tabIndex = -1;
	place.focus({ preventScroll: true });
}

const isLost = () => document.activeElement === document.body;

/** When the focused element goes, its nearest remaining or renewed ancestor takes the focus. */
export function useKeptFocus(): void {
	useEffect(() => {
		let ancestors: HTMLElement[] = [];
		const remember = ({ target }: Event) => {
			ancestors = [];
			let at = target as HTMLElement | null;
			for (; at; at = at.parentElement) ancestors.push(at);
		};
		const observer = new MutationObserver(() => {
			if (ancestors[0]?.isConnected !== false) return;
			for (const one of ancestors) {
				if (!isLost()) return;
				const there = one.isConnected ? one : document.getElementById(one.id);
				if (!there?.matches("article,form,li,section,main")) continue;
				startAt(there);
				if (there !== one) there.scrollIntoView({ block: "nearest" });
			}
		});
		document.addEventListener("focusin", remember);
		observer.observe(document.body, { childList: true, subtree: true });
		return () => {
			document.removeEventListener("focusin", remember);
			observer.disconnect();
		};
	}, []);
}

/** Of a page that answers a form: its first wrong field takes the focus, else its top. */
export function useAnswered(): void {
	const isAnswer = useRef(useActionData() !== undefined);
	useEffect(() => {
		if (!isAnswer.current || !isLost()) return;
		const main = document.getElementById("main");
		const wrong = main?.querySelector<HTMLElement>("[aria-invalid]");
		if (wrong) wrong.focus();
		else if (main) startAt(main);
	}, []);
}

/** A page may say where it `data-begins`. Marks the target, as `:target` misses it after a client navigation, and moves the focus there. */
export function useArrival(): void {
	const { pathname, hash, key } = useLocation();
	// The browser handles back, forward and links within the page.
	const isOurs = useNavigationType() !== "POP";
	const shown = useRef({ pathname, key });
	useEffect(() => {
		const isNew = shown.current.pathname !== pathname;
		const isHere = shown.current.key === key;
		shown.current = { pathname, key };
		if (isHere || !isOurs) return;
		const target = hash ? document.getElementById(hash.slice(1)) : null;
		for (const marked of document.querySelectorAll("[data-target]"))
			marked.removeAttribute("data-target");
		target?.setAttribute("data-target", "");
		const start =
			target ??
			(isNew &&
				(document.querySelector<HTMLElement>("[data-begins]") ??
					document.getElementById("main")));
		if (start) startAt(start);
	}, [pathname, hash, key, isOurs]);
}
