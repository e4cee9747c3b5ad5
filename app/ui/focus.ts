import { useLocation, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";

/** Gives the focus to a place on the page that need not be a control. */
function startAt(place: HTMLElement): void {
	// Controls stay on the way of the Tab key.
	if (place.tabIndex < 0) place.tabIndex = -1;
	place.focus({ preventScroll: true });
}

/** Nothing has the focus. */
const isLost = () => document.activeElement === document.body;

/**
 * Where what has the focus goes away (a button whose act is done, a form that closes), the keyboard would begin at the
 * top again: it goes on from the nearest place around it that is still there, or is there anew.
 */
export function useKeptFocus(): void {
	useEffect(() => {
		let around: HTMLElement[] = [];
		const remember = ({ target }: Event) => {
			around = [];
			let at = target as HTMLElement | null;
			for (; at; at = at.parentElement) around.push(at);
		};
		const observer = new MutationObserver(() => {
			if (around[0]?.isConnected !== false) return;
			for (const one of around) {
				if (!isLost()) return;
				const there = one.isConnected ? one : document.getElementById(one.id);
				if (!there?.matches("article,form,li,section,main")) continue;
				startAt(there);
				// What is there anew may stand elsewhere.
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

/**
 * What a browser does where a page loads, and a router does not: marks what the address points to (`:target` knows
 * nothing of it), and lets the keyboard go on from there, or from the top of a new page.
 */
export function useArrival(): void {
	const { pathname, hash, key } = useLocation();
	// Back, forward and links within the page are the browser's own.
	const isOurs = useNavigationType() !== "POP";
	const shown = useRef({ pathname, key });
	useEffect(() => {
		// A form that loaded a page goes on from its first wrong field, else from the top of what it led to.
		if (!__remixRouter.state.actionData || !isLost()) return;
		const main = document.getElementById("main");
		const wrong = main?.querySelector<HTMLElement>("[aria-invalid]");
		if (wrong) wrong.focus();
		else if (main) startAt(main);
	}, []);
	useEffect(() => {
		const isNew = shown.current.pathname !== pathname;
		const isHere = shown.current.key === key;
		shown.current = { pathname, key };
		if (isHere || !isOurs) return;
		const target = hash ? document.getElementById(hash.slice(1)) : null;
		for (const marked of document.querySelectorAll("[data-target]"))
			marked.removeAttribute("data-target");
		target?.setAttribute("data-target", "");
		const start = target ?? (isNew && document.getElementById("main"));
		if (start) startAt(start);
	}, [pathname, hash, key, isOurs]);
}
