import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import {
	canProposePublishing,
	canPublish,
	canSolve,
} from "#app/questions/policy.ts";
import { isAsker } from "#app/threads/policy.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActForm, NotDone } from "#app/ui/act-form.tsx";
import { useAct } from "#app/ui/use-act.ts";

type Props = {
	thread: Pick<
		Thread,
		"state" | "isAnonymous" | "publishProposedAt" | "publishDeclinedAt"
	>;
};

/** What the asker and staff decide about a question: whether it is settled, and who reads it. */
export function QuestionActs({ thread: question }: Props) {
	const { questions } = useWords();
	const { by, thread, path } = useThread();
	const publishing = useAct<{ ok: true } | Failure>();
	const solves = canSolve(by, { ...thread, state: question.state });
	const proposes = canProposePublishing(by, thread);
	const publishes = canPublish(by, thread);
	const isOpen = question.publishProposedAt && !question.publishDeclinedAt;
	if (isAsker(by, thread) && !thread.isPrivate && !solves)
		return (
			<p
				id="published"
				className="notice when-target"
				role="status"
				data-target={publishing.data?.ok}
			>
				{questions.published}
			</p>
		);
	if (!solves && !proposes && !publishes) return null;
	return (
		<div className="notice question-acts">
			{solves && (
				<ActForm action={`${path}/solution`}>
					<p>{questions.solvedHint}</p>
					<button
						type="submit"
						name="solved"
						value="true"
						className="button quiet"
					>
						{questions.solved}
					</button>
				</ActForm>
			)}
			{proposes && isOpen && <p>{questions.proposed}</p>}
			{proposes && question.publishDeclinedAt && <p>{questions.declined}</p>}
			{proposes && !isOpen && (
				<ActForm action={`${path}/proposal`}>
					<button
						type="submit"
						name="proposed"
						value="true"
						className="button quiet"
					>
						{questions.propose}
					</button>
				</ActForm>
			)}
			{publishes && (
				<publishing.Form method="post" action={`${path}/publication`}>
					<p>{isOpen ? questions.proposedToYou : questions.privateMark}</p>
					{question.isAnonymous && <p>{questions.publishAnonymous}</p>}
					<details>
						<summary className="plain">{questions.publish}</summary>
						<p>{questions.publishSure}</p>
						<button
							type="submit"
							name="published"
							value="true"
							className="button"
						>
							{questions.publishConfirm}
						</button>
					</details>
					{isOpen && (
						<button
							type="submit"
							name="published"
							value="false"
							className="button quiet"
						>
							{questions.decline}
						</button>
					)}
					<NotDone result={publishing.data} />
				</publishing.Form>
			)}
		</div>
	);
}
