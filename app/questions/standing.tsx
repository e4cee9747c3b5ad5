import { Prose } from "#app/markdown/prose.tsx";
import { noteId } from "#app/notes/margin-notes.tsx";
import * as paths from "#app/paths.ts";
import type { Standing } from "#app/questions/standing.server.ts";
import { PrivateMark, StateMark } from "#app/threads/marks.tsx";
import { VoteButton } from "#app/votes/vote-button.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

/** So many are seen at once; more would push the form out of sight. */
const UNFOLDED = 3;
const NOTES_UNFOLDED = 2;

type Place = { slug: string; lessonNumber: number; blockId: number };

/** Before one asks: what stands at the passage. Links open beside the unsent text. */
export function StandingHere({
	standing: { notes, questions, hasMore },
	...place
}: Place & { standing: Standing }) {
	const { standing } = useRareWords().asking;
	if (notes.length + questions.length === 0) return null;
	const first = questions.length > 0 ? NOTES_UNFOLDED : UNFOLDED;
	const items = [
		...notes.slice(0, first).map(noteItem(place)),
		...questions.map(questionItem(place)),
		...notes.slice(first).map(noteItem(place)),
	];
	const folded = items.slice(UNFOLDED);
	return (
		<section className="standing" aria-labelledby="standing">
			<h2 id="standing">{standing.title}</h2>
			<ul>{items.slice(0, UNFOLDED)}</ul>
			{folded.length > 0 && (
				<details>
					<summary>{standing.more(folded.length, hasMore)}</summary>
					<ul>{folded}</ul>
					{hasMore && (
						<p>
							<a
								className="link"
								href={`${paths.questions(place.slug)}?lesson=${place.lessonNumber}&block=${place.blockId}`}
								target="_blank"
								rel="noopener"
							>
								{standing.all}
							</a>
						</p>
					)}
				</details>
			)}
		</section>
	);
}

const noteItem = (place: Place) => (note: Standing["notes"][number]) => (
	<NoteHere key={`note ${note.replyId}`} note={note} {...place} />
);

const questionItem =
	(place: Place) => (question: Standing["questions"][number]) => (
		<QuestionHere key={question.number} question={question} {...place} />
	);

function NoteHere({
	note,
	slug,
	lessonNumber,
}: Place & { note: Standing["notes"][number] }) {
	const { threads, lessons } = useWords();
	const { asking, notes } = useRareWords();
	return (
		<li>
			<p>
				<span className="kind text-cinnabar">{threads.notes[note.kind]}</span>{" "}
				{note.question && (
					<span className="muted">{notes.asked + note.question} </span>
				)}
				<Prose
					as="span"
					id={`standing-${note.replyId}`}
					html={note.html}
					className="font-kai"
				/>
			</p>
			<p className="muted facts">
				<a
					className="link"
					href={`${paths.lesson(slug, lessonNumber)}#${noteId(note.replyId)}`}
					target="_blank"
					rel="noopener"
				>
					{asking.standing.note}
				</a>
				<a
					className="link"
					href={`${paths.thread(slug, note.threadNumber)}#pin-${note.replyId}`}
					target="_blank"
					rel="noopener"
				>
					{lessons.seeThread}
				</a>
				{note.textChanged && <span>{notes.textChanged}</span>}
			</p>
		</li>
	);
}

function QuestionHere({
	question,
	slug,
}: Place & { question: Standing["questions"][number] }) {
	const { threads, questions } = useWords();
	const { number, state, voteCount, replyCount } = question;
	return (
		<li>
			<p>
				<StateMark state={state} />{" "}
				<a
					className="link"
					href={paths.thread(slug, number)}
					target="_blank"
					rel="noopener"
				>
					{question.title}
				</a>
			</p>
			<div className="muted facts">
				<VoteButton
					action={paths.thread.vote(slug, number)}
					votes={voteCount}
					voted={question.voted}
					isMeToo
					canVote={question.canVote}
					canSignIn={false}
					place=""
				/>
				<span>
					{state === "answered" && replyCount === 0
						? questions.answeredElsewhere
						: threads.replyCount(replyCount)}
				</span>
				{question.isPrivate && <PrivateMark />}
			</div>
		</li>
	);
}
