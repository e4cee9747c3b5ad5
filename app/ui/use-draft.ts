import {
	createContext,
	type RefObject,
	useCallback,
	useContext,
	useEffect,
	useState,
} from "react";

const PREFIX = "draft ";

// Private windows and full disks refuse; then there is no draft, and nothing else changes.
function attempt<Result>(work: () => Result): Result | null {
	try {
		return work();
	} catch {
		return null;
	}
}

function keep(key: string, text: string): boolean {
	const kept = attempt(() => {
		if (text.trim()) localStorage.setItem(PREFIX + key, text);
		else localStorage.removeItem(PREFIX + key);
		return text.trim() !== "";
	});
	return kept ?? false;
}

/** What is kept under `key`, and under the keys that go on from it: all the fields of one form. */
const draftsOf = (key: string) =>
	Object.keys(localStorage).filter((name) =>
		`${name} `.startsWith(`${PREFIX}${key} `),
	);

/** Whether a draft is kept under `key`, or in another field of its form. */
export const hasDraft = (key: string): boolean =>
	attempt(() => draftsOf(key).length > 0) ?? false;

/** Forgets the draft of `key`, and those of all the fields of its form. */
export function discardDrafts(key: string): void {
	attempt(() => {
		for (const name of draftsOf(key)) localStorage.removeItem(name);
	});
}

/** The key of a form, under which those of its fields begin. */
export const DraftKey = createContext("");

/** Where a field of a form is kept: it is forgotten together with the form's text. */
export const useFieldKey = (name: string) => `${useContext(DraftKey)} ${name}`;

type Drafted =
	| HTMLInputElement
	| HTMLTextAreaElement
	| HTMLSelectElement
	| HTMLFieldSetElement;

const isChoice = (field: Drafted | null) =>
	field instanceof HTMLFieldSetElement ||
	field instanceof HTMLSelectElement ||
	field?.type === "checkbox";

/** What is written in a field: of a box "on" or "", of a group of choices the chosen one. */
function writtenIn(field: Drafted): string {
	if (field instanceof HTMLFieldSetElement)
		return field.querySelector<HTMLInputElement>(":checked")?.value ?? "";
	if (field.type === "checkbox") return field.matches(":checked") ? "on" : "";
	return field.value;
}

/**
 * Text that survives a reload, a sign-in and a failed submit: kept on this device under `key` with every change that
 * makes it differ from `initial`. `text` begins as `begun` (what a failed submit brought back, which is kept as well), and
 * becomes the draft once the page has hydrated, if there is one. What was typed into the `field` before that is kept too.
 */
export function useDraft(
	key: string,
	field: RefObject<Drafted>,
	initial: string,
	begun = initial,
) {
	const [text, setText] = useState(begun);
	const [state, setState] = useState<"none" | "kept" | "brought back">("none");

	const write = useCallback(
		(next: string) => {
			setText(next);
			setState(keep(key, next === initial ? "" : next) ? "kept" : "none");
		},
		[key, initial],
	);

	useEffect(() => {
		const kept = attempt(() => localStorage.getItem(PREFIX + key)) || begun;
		// React does not know of it, and would wipe it out with the next change.
		const typed = field.current ? writtenIn(field.current) : begun;
		const replaces = kept === begun || isChoice(field.current);
		if (typed !== begun && !kept.includes(typed))
			write(replaces ? typed : `${kept}\n\n${typed}`);
		else if (kept !== begun) {
			setText(kept);
			setState("brought back");
		} else if (begun !== initial) write(begun);
	}, [key, initial, begun, field, write]);

	/** Forgets the draft, and begins again with `next`. */
	const discard = useCallback(
		(next: string) => {
			discardDrafts(key);
			setText(next);
			setState("none");
		},
		[key],
	);

	return { text, state, write, discard };
}

/**
 * The version that the edit of a text began from, kept with its draft: where the text is edited elsewhere before the
 * draft is sent, the draft meets the other edit, and does so again after a reload. `current` is the version that the
 * page shows, `met` the one that a failed submit goes on from. Without `current` nothing is kept.
 */
export function useDraftVersion(
	key: string,
	current: number | undefined,
	met: number | undefined,
) {
	const [version, setVersion] = useState(met ?? current);
	const name = `${PREFIX}${key} version`;

	/** Keeps the version of a draft that has none yet. Returns that which the draft began from, null without a draft. */
	const keep = useCallback(
		(version: number) =>
			attempt(() => {
				const isDrafted = draftsOf(key).some((one) => one !== name);
				if (!isDrafted) localStorage.removeItem(name);
				else if (localStorage.getItem(name) === null)
					localStorage.setItem(name, String(version));
				return isDrafted ? Number(localStorage.getItem(name)) : null;
			}),
		[key, name],
	);

	useEffect(() => {
		if (current === undefined) return;
		const begun = keep(met ?? current);
		setVersion(met ?? begun ?? current);
	}, [met, current, keep]);

	return {
		version,
		keep: () => version !== undefined && keep(version),
		begin: () => setVersion(current),
	};
}
