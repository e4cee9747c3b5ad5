import { type ReactNode, useEffect, useRef } from "react";
import type { Failure } from "#app/platform/forms/failure.ts";
import { useReason } from "#app/ui/form-notice.tsx";
import { useAct } from "#app/ui/use-act.ts";

type Props = {
	action: string;
	className?: string;
	children: ReactNode;
};

/** With JavaScript it stays on its page, and says there why it failed. */
export function ActForm({ children, ...form }: Props) {
	const { Form, data } = useAct<{ ok: true } | Failure>();
	return (
		<Form method="post" {...form}>
			{children}
			<NotDone result={data} />
		</Form>
	);
}

export function NotDone({ result }: { result?: { ok: true } | Failure }) {
	const reason = useReason(result);
	const notice = useRef<HTMLSpanElement>(null);
	useEffect(() => {
		// The menu closed when the verb was sent.
		if (result) notice.current?.closest("details")?.setAttribute("open", "");
	}, [result]);
	return (
		reason && (
			<span ref={notice} role="status" className="error">
				{reason}
			</span>
		)
	);
}
