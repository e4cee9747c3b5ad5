import type {
	LessonEntry,
	OnPage,
} from "#app/lessons/course-lessons.server.ts";
import { OrderedLessons } from "#app/lessons/ordered-lessons.tsx";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Listed = OnPage<LessonEntry>;
type Props = { lessons: Listed[]; slug: string; canOrder: boolean };

export const LessonList = ({ lessons, slug, canOrder }: Props) => (
	<OrderedLessons
		lessons={lessons}
		slug={slug}
		canOrder={canOrder}
		className="lessons"
	>
		{(lesson) => <Entry lesson={lesson} slug={slug} />}
	</OrderedLessons>
);

function Entry({ lesson, slug }: { lesson: Listed; slug: string }) {
	const { threads, progress } = useWords();
	const { courses } = useRareWords();
	return (
		<>
			<h3>
				<a href={paths.lesson(slug, lesson.number)}>{lesson.title}</a>
			</h3>
			<p className="muted facts">
				{lesson.isRead && (
					<span className="is-read text-ink" title={progress.readHint}>
						{progress.isRead} ✓
					</span>
				)}
				<span className="tabular-nums">
					{courses.replies(lesson.replyCount)}
				</span>
				{lesson.news && <span className="fresh">{lesson.news}</span>}
				{lesson.noteCount > 0 && (
					<span className="tabular-nums">
						{courses.notes(lesson.noteCount)}
					</span>
				)}
				<span>
					{lesson.lastActivityAt ? (
						<>
							{courses.lastActivity}
							<TimeAgo time={lesson.lastActivityAt} />
						</>
					) : (
						courses.quiet
					)}
				</span>
			</p>
			{lesson.questions.length > 0 && (
				<ul className="asked">
					{lesson.questions.map((question) => (
						<li key={question.number}>
							<a href={paths.thread(slug, question.number)}>{question.title}</a>
							<span className="muted inline-block indent-0 tabular-nums">
								{threads.replyCount(question.replyCount)}
							</span>
						</li>
					))}
				</ul>
			)}
			{lesson.notes.length > 0 && (
				<ul className="mt-5 border-s-2 border-cinnabar ps-9 font-kai text-control leading-[1.7] text-cinnabar">
					{lesson.notes.map(({ replyId, kind, shortHtml }) => (
						<li key={replyId}>
							<a
								className="block truncate py-1 hover:underline"
								href={`${paths.lesson(slug, lesson.number)}#note-${replyId}`}
							>
								<span className="kind font-hei text-small leading-none font-semibold">
									{threads.notes[kind]}
								</span>{" "}
								<Prose
									as="span"
									id={`short-${replyId}`}
									html={shortHtml}
									className="short"
								/>
							</a>
						</li>
					))}
					{lesson.noteCount > lesson.notes.length && (
						<li className="font-hei text-small text-muted">
							{courses.moreNotes(lesson.noteCount - lesson.notes.length)}
						</li>
					)}
				</ul>
			)}
		</>
	);
}
