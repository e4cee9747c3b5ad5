import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 400;

// Private windows and full disks refuse; then there is no draft, and nothing else changes.
const storage = {
	read: (key: string) => {
		try {
			return localStorage.getItem(key);
		} catch {
			return null;
		}
	},
	write: (key: string, text: string) => {
		try {
			if (text.trim()) localStorage.setItem(key, text);
			else localStorage.removeItem(key);
			return true;
		} catch {
			return false;
		}
	},
};

/**
 * Text that survives a reload, a sign-in and a failed submit: kept on this device under `key` while it is written.
 * `text` begins as `initial`, and as the draft once the page has hydrated, if there is one.
 */
export function useDraft(key: string, initial: string) {
	const [text, setText] = useState(initial);
	const [state, setState] = useState<"none" | "kept" | "brought back">("none");
	const pending = useRef<{ timer: number; save: () => void }>();

	useEffect(() => {
		const kept = storage.read(`draft ${key}`);
		if (kept && kept !== initial) {
			setText(kept);
			setState("brought back");
		}
		const saveNow = () => pending.current?.save();
		window.addEventListener("pagehide", saveNow);
		return () => {
			saveNow();
			window.removeEventListener("pagehide", saveNow);
		};
	}, [key, initial]);

	const write = (next: string) => {
		setText(next);
		window.clearTimeout(pending.current?.timer);
		const save = () => {
			pending.current = undefined;
			setState(
				storage.write(`draft ${key}`, next === initial ? "" : next) &&
					next.trim()
					? "kept"
					: "none",
			);
		};
		pending.current = { save, timer: window.setTimeout(save, PAUSE_MS) };
	};

	/** Forgets the draft, and begins again with `next`. */
	const discard = (next = initial) => {
		window.clearTimeout(pending.current?.timer);
		pending.current = undefined;
		storage.write(`draft ${key}`, "");
		setText(next);
		setState("none");
	};

	return { text, state, write, discard };
}
