import { Prose } from "#app/markdown/prose.tsx";
import type { WorthNoting } from "#app/notes/worth-noting.server.ts";
import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	replies: WorthNoting[];
	slug: string;
	/** The query of the pin's form, which says where the note is begun. */
	place: string;
};

export function WorthNotingList({ replies, slug, place }: Props) {
	const { threads } = useWords();
	const { courses, notes } = useRareWords();
	const { begin } = notes;
	return (
		<ul className="threads">
			{replies.map((reply) => (
				<li key={reply.id}>
					<p className="muted facts">
						<span>{reply.name}</span>
						{reply.isStaff && (
							<span className="text-cinnabar">{courses.staff}</span>
						)}
						{reply.isEndorsed && <span>{begin.endorsed}</span>}
						{reply.votes > 0 && (
							<span>{threads.voteTitle(0, reply.votes)}</span>
						)}
						<a className="link" href={paths.reply(slug, reply.id)}>
							{reply.threadTitle}
						</a>
						{reply.isHere && <span>{begin.here}</span>}
					</p>
					<Prose as="p" id={`worth-${reply.id}`} html={reply.html} />
					<p className="facts">
						<a className="link" href={paths.reply.pin(slug, reply.id) + place}>
							{threads.pin}
						</a>
					</p>
				</li>
			))}
		</ul>
	);
}
