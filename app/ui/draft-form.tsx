import { Form } from "@remix-run/react";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import { DraftKey, discardDrafts, hasDraft } from "#app/ui/use-draft.ts";
import { useSubmission } from "#app/ui/use-submission.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	draftKey?: string;
	/** The page says that it was sent, where the answer is a new document. */
	isSent?: boolean;
	noValidate?: boolean;
	onChange?: () => void;
	children: ReactNode;
};

/** What is typed into its Draft fields stays on this device until it is sent. */
export function DraftForm({
	action,
	draftKey = action,
	isSent = false,
	children,
	...form
}: Props) {
	const { forms } = useWords();
	const sending = useSubmission(action);
	const [isBack, setBack] = useState(false);
	// A new round remounts the fields without their drafts.
	const [round, setRound] = useState(0);
	const isDone = isSent || sending.isSent;
	useEffect(() => {
		if (isDone) {
			discardDrafts(draftKey);
			setRound((count) => count + 1);
		} else setBack(hasDraft(draftKey));
	}, [draftKey, isDone]);
	return (
		<DraftKey.Provider value={draftKey}>
			<Form method="post" action={action} {...form}>
				{isBack && (
					<p className="hint draft-back" role="status">
						{forms.draftBack}
						<button
							type="button"
							className="plain"
							onClick={() => {
								discardDrafts(draftKey);
								setBack(false);
								setRound(round + 1);
							}}
						>
							{forms.discardDraft}
						</button>
					</p>
				)}
				<Fragment key={round}>{children}</Fragment>
			</Form>
		</DraftKey.Provider>
	);
}
