import { useEffect, useRef } from "react";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { useWayIn } from "#app/ui/viewer.ts";

/** Why something did not go through, where that is no single field's matter. */
export function useReason(
	result: { ok: true } | Failure | undefined,
): string | undefined {
	const { refusals, errors } = useWords();
	if (!result || result.ok) return undefined;
	const { refusal, retryAfter } = result;
	if (refusal === "tooFast") return refusals.tooFast(retryAfter ?? 60);
	if (refusal) return refusals[refusal];
	return result.errors.form && errors[result.errors.form];
}

/** Refusals that say nothing of the text themselves, as they meet votes and the like too. */
const SILENT = [
	...["tooFast", "busy", "unavailable", "offline"],
	...["threadLocked", "threadRemoved"],
	...["replyRemoved", "replyPromoted"],
];
/** The fields in which somebody writes. */
const TEXTS = ["body", "text", "shortForm"];

/** Characters of another's text that stand open in a notice; a longer one would hide what the notice says. */
const THEIRS_OPEN = 600;

/**
 * Why a form did not go through, where that is no single field's matter. Takes the focus, so that it is heard; else the
 * first field does that is not right.
 */
export function FormNotice({ failure }: { failure: Failure | undefined }) {
	const words = useWords();
	const signInPath = useWayIn("sign-in");
	const reason = useReason(failure);
	const notice = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const form = reason ? null : notice.current?.closest("form");
		const field = form?.querySelector<HTMLElement>("[aria-invalid]");
		if (failure) (field ?? notice.current)?.focus();
	}, [failure, reason]);
	if (!failure) return null;
	if (!reason) return <div ref={notice} hidden />;
	const { refusal, details, values } = failure;
	const saysKept =
		SILENT.includes(refusal ?? "") && TEXTS.some((name) => values[name]);
	return (
		<div ref={notice} className="notice" role="alert" tabIndex={-1}>
			<p>{saysKept ? words.forms.textKept(reason) : reason}</p>
			{refusal === "signedOut" && (
				<p>
					<a className="link" href={signInPath} target="_blank" rel="noopener">
						{words.forms.signInBeside}
					</a>
				</p>
			)}
			{details.theirs && (
				<details open={details.theirs.length <= THEIRS_OPEN}>
					<summary>{words.forms.theirs}</summary>
					<pre className="source">{details.theirs}</pre>
				</details>
			)}
		</div>
	);
}
