import type { Change, ChangedNote } from "#app/notes/changes.server.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { notes: ChangedNote[]; coursePath: string };

export function NotesToCheck({ notes, coursePath }: Props) {
	const words = useRareWords();
	if (notes.length === 0) return null;
	return (
		<section aria-labelledby="notes-to-check">
			<div className="rule-title">
				<h2 id="notes-to-check">{words.notes.check}</h2>
			</div>
			<p className="muted">{words.notes.checkHint}</p>
			<ul className="threads">
				{notes.map((note) => (
					<Entry key={note.replyId} note={note} coursePath={coursePath} />
				))}
			</ul>
		</section>
	);
}

function Entry({
	note,
	coursePath,
}: {
	note: ChangedNote;
	coursePath: string;
}) {
	const { threads } = useWords();
	const { notes } = useRareWords();
	const lesson = `${coursePath}/lessons/${note.lessonNumber}`;
	return (
		<li>
			<p className="muted facts">
				<span className="pin-mark">{threads.notes[note.kind]}</span>
				<a
					className="link"
					href={note.isGone ? lesson : `${lesson}#block-${note.blockId}`}
				>
					{note.lessonTitle}
				</a>
				{note.isChanged && <span>{notes.changed}</span>}
				{note.isGone && <span>{notes.gone}</span>}
				{note.isEdited && <span>{notes.edited}</span>}
			</p>
			<p className="short-form">{note.shortForm}</p>
			<dl className="wordings">
				{note.isGone && (
					<>
						<dt>{notes.before}</dt>
						<dd>{note.before}</dd>
					</>
				)}
				{note.changes && (
					<>
						<dt>{notes.after}</dt>
						<dd>
							<Changes changes={note.changes} />
						</dd>
					</>
				)}
				{note.replyChanges && (
					<>
						<dt>{notes.replyAfter}</dt>
						<dd>
							<Changes changes={note.replyChanges} />
						</dd>
					</>
				)}
			</dl>
			<Acts note={note} path={`${coursePath}/replies/${note.replyId}`} />
		</li>
	);
}

/** Marked for screen readers, too. */
function Changes({ changes }: { changes: Change[] }) {
	const { notes } = useRareWords();
	if (changes.every(({ is }) => is === "same")) return notes.sameWords;
	return changes.map(({ is, text }, i) => {
		if (is === "same") return text;
		const Tag = is === "new" ? "ins" : "del";
		return (
			<Tag key={`${i}-${is}`}>
				<span className="visually-hidden">{notes.is[is]}</span>
				{text}
			</Tag>
		);
	});
}

function Acts({ note, path }: { note: ChangedNote; path: string }) {
	const { threads, lessons } = useWords();
	const { notes } = useRareWords();
	return (
		<div className="facts">
			{!note.isGone && (
				<ActForm action={`${path}/note`}>
					<input type="hidden" name="revision" value={note.revision} />
					<input type="hidden" name="version" value={note.version} />
					<button
						type="submit"
						name="checked"
						value="true"
						className="plain link"
					>
						{notes.keep}
					</button>
				</ActForm>
			)}
			<a className="link" href={`${path}/pin?from=desk`}>
				{notes.change}
			</a>
			<ActForm action={`${path}/pin`}>
				<button type="submit" name="pinned" value="false" className="plain">
					{threads.unpin}
				</button>
			</ActForm>
			<a className="link" href={path}>
				{lessons.seeThread}
			</a>
		</div>
	);
}
