import {
	createContext,
	type RefObject,
	useCallback,
	useContext,
	useEffect,
	useState,
} from "react";

const PREFIX = "draft ";

// Private windows and full disks throw; then there is no draft.
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

/** Includes keys that start with `key`: the other fields of the form. */
const draftsOf = (key: string) =>
	Object.keys(localStorage).filter((name) =>
		`${name} `.startsWith(`${PREFIX}${key} `),
	);

export const hasDraft = (key: string): boolean =>
	attempt(() => draftsOf(key).length > 0) ?? false;

export function discardDrafts(key: string): void {
	attempt(() => {
		for (const name of draftsOf(key)) localStorage.removeItem(name);
	});
}

export const DraftKey = createContext("");

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

/** Of a box "on" or "", of a group the chosen value. */
function writtenIn(field: Drafted): string {
	if (field instanceof HTMLFieldSetElement)
		return field.querySelector<HTMLInputElement>(":checked")?.value ?? "";
	if (field.type === "checkbox") return field.matches(":checked") ? "on" : "";
	return field.value;
}

/** Begins as `begun` (returned by a failed submit); then a draft replaces it, unless the `field` was typed in. */
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
		// React does not know this value and would overwrite it.
		const typed = field.current ? writtenIn(field.current) : begun;
		const replaces = kept === begun || isChoice(field.current);
		if (typed !== begun && !kept.includes(typed))
			write(replaces ? typed : `${kept}\n\n${typed}`);
		else if (kept !== begun) {
			setText(kept);
			setState("brought back");
		} else if (begun !== initial) write(begun);
	}, [key, initial, begun, field, write]);

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

/** Kept with the draft, so that an edit elsewhere is noticed after a reload. `refusedVersion` comes from a failed submit. */
export function useDraftVersion(
	key: string,
	current: number | undefined,
	refusedVersion: number | undefined,
) {
	const [version, setVersion] = useState(refusedVersion ?? current);
	const name = `${PREFIX}${key} version`;

	/** Returns the version that the draft began from, null without a draft. */
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
		const begun = keep(refusedVersion ?? current);
		setVersion(refusedVersion ?? begun ?? current);
	}, [refusedVersion, current, keep]);

	return {
		version,
		keep: () => version !== undefined && keep(version),
		begin: () => setVersion(current),
	};
}
