import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/failure.ts";
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
import { useWords } from "#app/words/reader.tsx";

type Props = {
	thread: Pick<
		Thread,
		"state" | "isAnonymous" | "publishProposedAt" | "publishDeclinedAt"
	>;
};

export function QuestionActs({ thread: question }: Props) {
	const { questions } = useWords();
	const { by, thread, slug } = useThread();
	const publishing = useAct<{ ok: true } | Failure>();
	const solving = useAct<{ ok: true } | Failure>();
	const solves = canSolve(by, { ...thread, state: question.state });
	const proposes = canProposePublishing(by, thread);
	const publishes = canPublish(by, thread);
	const isDeclined = question.publishDeclinedAt !== null;
	const isOpen = question.publishProposedAt !== null && !isDeclined;
	const toPropose = isDeclined ? questions.declined : questions.proposeHint;
	const toPublish = isDeclined
		? questions.declinedByYou
		: questions.privateMark;
	if (isAsker(by, thread) && !thread.isPrivate && !solves)
		return (
			<p
				id="published"
				className="notice when-target"
				role="status"
				data-target={(publishing.data?.ok && !solving.data) || undefined}
			>
				{questions.published}
			</p>
		);
	if (!solves && !proposes && !publishes) return null;
	return (
		<div className="notice question-acts">
			{solves && (
				<solving.Form
					method="post"
					action={paths.thread.solution(slug, thread.number)}
				>
					<p>{questions.solvedHint}</p>
					<button
						type="submit"
						name="solved"
						value="true"
						className="button quiet"
					>
						{questions.solved}
					</button>
					<NotDone result={solving.data} />
				</solving.Form>
			)}
			{proposes && (
				<ActForm action={paths.thread.proposal(slug, thread.number)}>
					<p>{isOpen ? questions.proposed : toPropose}</p>
					<button
						type="submit"
						name="proposed"
						value={String(!isOpen)}
						className="button quiet"
					>
						{isOpen ? questions.withdraw : questions.propose}
					</button>
				</ActForm>
			)}
			{publishes && (
				<publishing.Form
					method="post"
					action={paths.thread.publication(slug, thread.number)}
				>
					<p role="status">{isOpen ? questions.proposedToYou : toPublish}</p>
					{question.isAnonymous && <p>{questions.publishAnonymous}</p>}
					<div className="side-by-side">
						<details>
							<summary className="button quiet">{questions.publish}</summary>
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
					</div>
					<NotDone result={publishing.data} />
				</publishing.Form>
			)}
		</div>
	);
}
