import type { Failure } from "#app/platform/forms/failure.ts";
import { NotDone } from "#app/ui/act-form.tsx";
import { useAct } from "#app/ui/use-act.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	isRead: boolean;
};

export function ReadButton({ action, isRead }: Props) {
	const { progress } = useWords();
	const act = useAct<{ ok: true } | Failure>();
	const asked = act.formData?.get("read");
	const now = asked ? asked === "true" : isRead;
	return (
		<act.Form
			method="post"
			action={action}
			className="mb-24 flex flex-wrap items-center gap-x-9 gap-y-4 print:hidden"
		>
			<button
				type="submit"
				name="read"
				value={now ? "false" : "true"}
				className="button quiet"
				aria-label={now ? progress.unmarkRead : undefined}
			>
				{now ? `${progress.isRead} ✓` : progress.markRead}
			</button>
			<span className="muted">{progress.readHint}</span>
			<NotDone result={act.data} />
		</act.Form>
	);
}
