import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import type { QuestionOnPage } from "#app/questions/presentation.server.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { ActForm, NotDone } from "#app/ui/act-form.tsx";
import { useAct } from "#app/ui/use-act.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { question: QuestionOnPage };

export function QuestionActs({ question }: Props) {
	const { questions } = useWords();
	const { slug, thread } = useThread();
	const publishing = useAct<{ ok: true } | Failure>();
	const solving = useAct<{ ok: true } | Failure>();
	const { solve, propose, publish } = question.can;
	const { isDeclined } = question;
	const isOpen = question.isProposed && !isDeclined;
	const toPropose = isDeclined ? questions.declined : questions.proposeHint;
	const toPublish = isDeclined
		? questions.declinedByYou
		: questions.privateMark;
	if (question.isAsker && !question.isPrivate && !solve)
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
	if (!solve && !propose && !publish) return null;
	return (
		<div className="notice question-acts">
			{solve && (
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
			{propose && (
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
			{publish && (
				<publishing.Form
					method="post"
					action={paths.thread.publication(slug, thread.number)}
				>
					<p role="status">{isOpen ? questions.proposedToYou : toPublish}</p>
					{question.isAnonymous && <p>{questions.publishAnonymous}</p>}
					<div className="flex flex-wrap items-start gap-x-8 gap-y-5">
						<details className="open:basis-full">
							<summary className="button quiet w-fit">
								{questions.publish}
							</summary>
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
