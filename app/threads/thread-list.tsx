import * as paths from "#app/paths.ts";
import type { ThreadInList } from "#app/threads/presentation.server.ts";
import { StateMark } from "#app/threads/state-mark.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

export function ThreadList({
	threads: list,
	slug,
	heading: Heading = "h3",
	saysKind = true,
}: {
	threads: ThreadInList[];
	slug: string;
	heading?: "h2" | "h3";
	saysKind?: boolean;
}) {
	const { threads, questions } = useWords();
	return (
		<ul className="threads">
			{list.map((thread) => (
				<li key={thread.number}>
					<p className="muted facts empty:hidden">
						{saysKind && (
							<span
								className={
									thread.kind === "announcement" ? "text-cinnabar" : undefined
								}
							>
								{threads.kinds[thread.kind]}
							</span>
						)}
						{thread.state && <StateMark state={thread.state} />}
						{thread.lessonNumber && (
							<span>{threads.lessonNumber(thread.lessonNumber)}</span>
						)}
						{thread.isPrivate && (
							<span className="private">
								<Icon name="lock" /> {questions.privateMark}
							</span>
						)}
						{thread.isLocked && (
							<span className="locked">
								<Icon name="lock" /> {threads.locked}
							</span>
						)}
					</p>
					<Heading>
						<a href={paths.thread(slug, thread.number)}>{thread.title}</a>
					</Heading>
					<p className="muted facts">
						{(thread.authorName || thread.isAnonymous) && (
							<span>{thread.authorName ?? threads.anonymous}</span>
						)}
						{thread.authorName && thread.isAnonymous && (
							<span className="imported" title={threads.anonymousHint}>
								{threads.anonymous}
							</span>
						)}
						<span>{threads.replyCount(thread.replyCount)}</span>
						{thread.voteCount > 0 && (
							<span>
								{thread.kind === "question"
									? questions.meToo(thread.voteCount)
									: threads.voteTitle(0, thread.voteCount)}
							</span>
						)}
						<span>
							<TimeAgo time={thread.lastActivityAt} />
						</span>
					</p>
				</li>
			))}
		</ul>
	);
}
