import type { LessonEntry } from "#app/lessons/queries.server.ts";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useAct } from "#app/ui/use-act.ts";

type Props = { lessons: LessonEntry[]; coursePath: string; canOrder: boolean };

/** The numbers with one of them moved to another place, as the form carries them. */
function moved(lessons: LessonEntry[], from: number, to: number): string {
	const numbers = lessons.map(({ number }) => number);
	numbers.splice(to, 0, ...numbers.splice(from, 1));
	return numbers.join(",");
}

/** The lessons of a course in order. Who may order them moves one at a time, and sees it before the server answers. */
export function LessonList({ lessons, coursePath, canOrder }: Props) {
	const words = useWords();
	const fetcher = useAct<{ ok: true } | Failure>();
	const asked = fetcher.formData?.get("order");
	const places = typeof asked === "string" ? asked.split(",") : [];
	const placeOf = ({ number }: LessonEntry) => places.indexOf(String(number));
	const shown = [...lessons].sort((a, b) => placeOf(a) - placeOf(b));
	const mover = (place: number, step: 1 | -1, label: string) => {
		// At the end of the list the button stays, and so does the focus on it.
		const end = shown[place + step] === undefined;
		return (
			<button
				type="submit"
				name="order"
				value={moved(shown, place, end ? place : place + step)}
				className="plain"
				aria-disabled={end || undefined}
				aria-label={label}
				title={label}
			>
				{step < 0 ? <Icon name="up" /> : <Icon name="down" />}
			</button>
		);
	};
	return (
		<>
			<FormNotice
				failure={fetcher.data?.ok === false ? fetcher.data : undefined}
			/>
			<ol className="lessons">
				{shown.map((lesson, place) => (
					<li key={lesson.number}>
						<span className="num" aria-hidden="true">
							{lesson.number}
						</span>
						<div>
							<Entry lesson={lesson} coursePath={coursePath} />
						</div>
						{canOrder && shown.length > 1 && (
							<fetcher.Form
								method="post"
								action={`${coursePath}/lessons/order`}
								className="order"
							>
								{mover(place, -1, words.lessons.orderUp(lesson.title))}
								{mover(place, 1, words.lessons.orderDown(lesson.title))}
							</fetcher.Form>
						)}
					</li>
				))}
			</ol>
		</>
	);
}

function Entry({
	lesson,
	coursePath,
}: {
	lesson: LessonEntry;
	coursePath: string;
}) {
	const { courses, threads, thinking } = useWords();
	return (
		<>
			<h3>
				<a href={`${coursePath}/lessons/${lesson.number}`}>{lesson.title}</a>
			</h3>
			<p className="muted facts">
				{lesson.isRead && (
					<span className="is-read" title={thinking.readHint}>
						{thinking.isRead} ✓
					</span>
				)}
				<span className="num">{courses.replies(lesson.replyCount)}</span>
				{lesson.noteCount > 0 && (
					<span className="num">{courses.notes(lesson.noteCount)}</span>
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
							<a href={`${coursePath}/threads/${question.number}`}>
								{question.title}
							</a>
							<span className="muted num">
								{threads.replyCount(question.replyCount)}
							</span>
						</li>
					))}
				</ul>
			)}
			{lesson.notes.length > 0 && (
				<ul className="noted-there">
					{lesson.notes.map(({ replyId, kind, shortForm }) => (
						<li key={replyId}>
							<a
								href={`${coursePath}/lessons/${lesson.number}#note-${replyId}`}
							>
								<span className="kind">{threads.notes[kind]}</span> {shortForm}
							</a>
						</li>
					))}
				</ul>
			)}
		</>
	);
}
