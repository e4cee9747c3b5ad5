import { Fragment } from "react";
import type { Change } from "#app/notes/changes.server.ts";
import { useRareWords } from "#app/words/rare-words.ts";

export function Changes({ changes }: { changes: Change[] }) {
	const { notes } = useRareWords();
	if (changes.every(({ is }) => is === "same")) return notes.sameWords;
	return changes.map(({ is, html }, i) => {
		const said = <span dangerouslySetInnerHTML={{ __html: html }} />;
		if (is === "same") return <Fragment key={i}>{said}</Fragment>;
		const Tag = is === "new" ? "ins" : "del";
		return (
			<Tag key={i}>
				<span className="sr-only">{notes.is[is]}</span>
				{said}
			</Tag>
		);
	});
}
