import { Prose } from "#app/markdown/prose.tsx";
import type { ChangedNote } from "#app/notes/changes.server.ts";
import { Changes } from "#app/notes/changes.tsx";
import * as paths from "#app/paths.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { notes: ChangedNote[]; slug: string };

export function NotesToCheck({ notes, slug }: Props) {
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
					<Entry key={note.replyId} note={note} slug={slug} />
				))}
			</ul>
		</section>
	);
}

function Entry({ note, slug }: { note: ChangedNote; slug: string }) {
	const { threads } = useWords();
	const { notes } = useRareWords();
	const lesson = paths.lesson(slug, note.lessonNumber);
	return (
		<li>
			<p className="muted facts">
				<span className="text-cinnabar">{threads.notes[note.kind]}</span>
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
			<Prose
				as="p"
				id={`short-${note.replyId}`}
				html={note.shortHtml}
				className="font-kai text-cinnabar"
			/>
			<dl className="wordings">
				{note.isGone && (
					<>
						<dt>{notes.before}</dt>
						<dd dangerouslySetInnerHTML={{ __html: note.beforeHtml }} />
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
			<Acts note={note} slug={slug} />
		</li>
	);
}

function Acts({ note, slug }: { note: ChangedNote; slug: string }) {
	const { threads, lessons } = useWords();
	const { notes } = useRareWords();
	return (
		<div className="facts">
			{!note.isGone && (
				<ActForm action={paths.reply.note(slug, note.replyId)}>
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
			<a
				className="link"
				href={`${paths.reply.pin(slug, note.replyId)}?from=desk`}
			>
				{notes.change}
			</a>
			<ActForm action={paths.reply.pin(slug, note.replyId)}>
				<button type="submit" name="pinned" value="false" className="plain">
					{threads.unpin}
				</button>
			</ActForm>
			<a className="link" href={paths.reply(slug, note.replyId)}>
				{lessons.seeThread}
			</a>
		</div>
	);
}
