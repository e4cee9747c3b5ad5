import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { EditForm, inPlace } from "#app/replies/edit-form.tsx";
import type { OwnText } from "#app/replies/own-text.server.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { useAct } from "#app/ui/use-act.ts";

type Props = { id: number; onDone: () => void };

export default function EditInPlace({ id, onDone }: Props) {
	const { slug } = useThread();
	const { load, data: text } = useFetcher<OwnText | null>();
	const act = useAct<{ ok: true } | Failure>();
	const page = paths.reply.edit(slug, id);
	const isSaved = act.state === "idle" && act.data?.ok === true;
	useEffect(() => load(paths.reply.source(slug, id)), [load, slug, id]);
	useEffect(() => {
		// The page of the form says why it does not come.
		if (text === null) location.assign(page);
	}, [text, page]);
	useEffect(() => {
		if (isSaved) onDone();
	}, [isSaved, onDone]);
	if (!text) return null;
	return (
		<div className="in-place">
			<EditForm
				action={inPlace(page)}
				path={paths.reply(slug, id)}
				text={text}
				fetcher={act}
				onCancel={onDone}
			/>
		</div>
	);
}
