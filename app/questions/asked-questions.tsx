import * as paths from "#app/paths.ts";
import type { ProfileQuestion } from "#app/questions/by-person.server.ts";
import { PrivateMark, StateMark } from "#app/threads/marks.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

export function AskedQuestions({
	questions: asked,
}: {
	questions: ProfileQuestion[];
}) {
	const { threads, questions } = useWords();
	return (
		<section aria-labelledby="questions">
			<div className="rule-title">
				<h2 id="questions">{questions.title}</h2>
			</div>
			<ul className="threads">
				{asked.map((question) => (
					<li key={`${question.courseSlug} ${question.number}`}>
						<h3>
							<a href={paths.thread(question.courseSlug, question.number)}>
								{question.title}
							</a>
						</h3>
						<p className="muted facts">
							<StateMark state={question.state} />
							{question.isPrivate && <PrivateMark />}
							{question.isAnonymous && <span>{questions.anonymous}</span>}
							<span>{question.courseTitle}</span>
							<TimeAgo time={question.createdAt} />
							<span>{threads.replyCount(question.replyCount)}</span>
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
