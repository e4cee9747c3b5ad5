import { useFetcher } from "@remix-run/react";
import { type MouseEvent, useEffect } from "react";
import * as paths from "#app/paths.ts";
import type { Offered } from "#app/saved-replies/queries.server.ts";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = { slug: string; thread: number; parentId: number | undefined };

/** Inserts at the cursor as if typed, so that the draft is kept and undo works. */
function insert(form: HTMLFormElement | null, text: string) {
	const field = form?.elements.namedItem("body");
	if (!(field instanceof HTMLTextAreaElement)) return;
	field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
	field.dispatchEvent(new Event("input", { bubbles: true }));
	field.focus();
}

export default function Picker({ slug, thread, parentId }: Props) {
	const { savedReplies } = useRareWords();
	const { load, data } = useFetcher<{ offered: Offered[] }>();
	useEffect(() => {
		const query = new URLSearchParams({ thread: String(thread) });
		if (parentId) query.set("parent", String(parentId));
		load(`${paths.savedReplies.offered(slug)}?${query}`);
	}, [load, slug, thread, parentId]);
	if (!data) return null;
	const pick =
		(text: string) =>
		({ currentTarget }: MouseEvent<HTMLButtonElement>) =>
			insert(currentTarget.form, text);
	return (
		<>
			{data.offered.length === 0 && <p className="hint">{savedReplies.none}</p>}
			<ul className="contents" aria-label={savedReplies.pick}>
				{data.offered.map(({ id, title, text }) => (
					<li key={id}>
						<button
							type="button"
							className="link min-h-touch"
							title={text}
							onClick={pick(text)}
						>
							{title}
						</button>
					</li>
				))}
			</ul>
			<a
				className="link"
				href={paths.savedReplies(slug)}
				target="_blank"
				rel="noreferrer"
			>
				{savedReplies.toAll}
			</a>
		</>
	);
}
