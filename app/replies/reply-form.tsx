import { useEffect, useState } from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { newSubmissionId } from "#app/platform/forms/submission.ts";
import { REPLY_BOX } from "#app/replies/write-link.tsx";
import { UseSavedReply } from "#app/saved-replies/use-saved-reply.tsx";
import { PositionField } from "#app/thinking/position-field.tsx";
import { useThread } from "#app/threads/thread-context.tsx";
import { useAct } from "#app/ui/use-act.ts";
import { useViewer } from "#app/ui/viewer.ts";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useWords } from "#app/words/reader.tsx";

type Outcome = { ok: true; id: number } | Failure;

type Props = {
	parent?: { id: number; name: string };
	/** From the server, so that the form works without scripts; made here where it opens later. */
	submissionId?: string;
	opened?: boolean;
	onDone?: () => void;
	onPosted?: (id: number) => void;
};

export const replyDraftKey = (
	handle: string | undefined,
	path: string,
	parentId?: number,
) => `${handle} ${path} ${parentId ?? ""}`;

export function ReplyForm({
	parent,
	submissionId,
	opened,
	onDone,
	onPosted,
}: Props) {
	const { threads } = useWords();
	const { slug, path, thread } = useThread();
	const viewer = useViewer();
	const fetcher = useAct<Outcome>();
	const [id, setId] = useState(() => submissionId ?? newSubmissionId());
	const { data, state } = fetcher;

	useEffect(() => {
		if (state !== "idle" || !data?.ok) return;
		setId(newSubmissionId());
		onPosted?.(data.id);
		onDone?.();
	}, [state, data, onDone, onPosted]);

	return (
		<WritingForm
			action={paths.thread.replies(slug, thread.number)}
			draftKey={replyDraftKey(viewer?.handle, path, parent?.id)}
			label={parent ? threads.replyTo(parent.name) : threads.write}
			placeholder={threads.writePlaceholder}
			submit={threads.send}
			hidden={{
				submissionId: id,
				...(parent && { parentId: String(parent.id) }),
			}}
			fetcher={fetcher}
			onCancel={onDone}
			opened={opened}
			fieldId={submissionId && REPLY_BOX}
			below={
				<>
					{!parent && thread.positions.length > 0 && (
						<PositionField
							key={id}
							positions={thread.positions}
							error={data?.ok === false ? data.errors.position : undefined}
						/>
					)}
					{thread.can.useSavedReplies && (
						<UseSavedReply
							slug={slug}
							thread={thread.number}
							parentId={parent?.id}
						/>
					)}
				</>
			}
		/>
	);
}
