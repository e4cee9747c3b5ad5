import type { Waiting } from "#app/desk/queries.server.ts";
import { WAITING_ORDERS, type WaitingOrder } from "#app/desk/waiting-order.ts";
import * as paths from "#app/paths.ts";
import { REPLY_BOX } from "#app/replies/write-link.tsx";
import { PrivateMark, StateMark } from "#app/threads/marks.tsx";
import { ActButton } from "#app/ui/act-button.tsx";
import { machineTime } from "#app/ui/time-ago.tsx";
import { useNow } from "#app/ui/viewer.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

const HOUR = 3_600_000;

export function QueueOrder({
	order,
	slug,
}: {
	order: WaitingOrder;
	slug: string;
}) {
	const { threads } = useWords();
	const { orders } = useRareWords().desk;
	const path = paths.course.desk(slug);
	return (
		<nav className="sort" aria-label={threads.sort}>
			{WAITING_ORDERS.map((name) => (
				<a
					key={name}
					href={name === "longest" ? path : `${path}?order=${name}`}
					aria-current={name === order ? "true" : undefined}
					data-stays
				>
					{orders[name]}
				</a>
			))}
		</nav>
	);
}

/** `isOwn`: claimed by the viewer. */
type Question = Omit<Waiting, "claimedById"> & { isOwn: boolean };

type Props = { waiting: Question[]; slug: string };

export function Queue({ waiting, slug }: Props) {
	return (
		<ul className="threads">
			{waiting.map((question) => (
				<Entry key={question.number} question={question} slug={slug} />
			))}
		</ul>
	);
}

function Entry({ question, slug }: { question: Question; slug: string }) {
	const { questions, threads } = useWords();
	const { desk } = useRareWords();
	const now = useNow();
	const { isOwn } = question;
	return (
		<li>
			<p className="muted facts">
				<StateMark state={question.state} />
				<time dateTime={machineTime(question.since)} suppressHydrationWarning>
					{desk.waiting((now - question.since.getTime()) / HOUR)}
				</time>
				{question.asker && (
					<span>
						{question.asker}
						{question.isAnonymous && (
							<>
								{" "}
								<span className="imported" title={threads.anonymousHint}>
									{desk.anonymous}
								</span>
							</>
						)}
					</span>
				)}
				{question.lessonPlace && (
					<span>{threads.lessonNumber(question.lessonPlace)}</span>
				)}
				{question.isPrivate && <PrivateMark />}
			</p>
			<h3>
				<a href={paths.thread(slug, question.number)}>{question.title}</a>
			</h3>
			<div className="muted facts">
				{question.meToo > 0 && <span>{questions.meToo(question.meToo)}</span>}
				{question.claimedBy && (
					<span>
						{isOwn
							? desk.claimedByYou
							: questions.claimedBy(question.claimedBy)}
					</span>
				)}
				{!question.claimedBy && (
					<a
						className="link"
						href={`${paths.thread(slug, question.number)}#${REPLY_BOX}`}
					>
						{desk.answer}
					</a>
				)}
				{(isOwn || !question.claimedBy) && (
					<ActButton
						action={paths.thread.claim(slug, question.number)}
						name="claimed"
						wish={!isOwn}
						className="plain"
					>
						{isOwn ? questions.release : questions.claim}
					</ActButton>
				)}
			</div>
		</li>
	);
}
