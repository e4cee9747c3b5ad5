import { useEffect, useRef } from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { useWayIn } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

export function useReason(
	result: { ok: true } | Failure | undefined,
): string | undefined {
	const { refusals, errors } = useWords();
	if (!result || result.ok) return undefined;
	const { refusal, retryAfter } = result;
	if (refusal === "tooFast") return refusals.tooFast(retryAfter ?? 60);
	if (refusal === "tooManyPins")
		return refusals.tooManyPins(result.details.limit ?? 0);
	if (refusal) return refusals[refusal];
	return result.errors.form && sentenceOf(errors, result.errors.form);
}

/** Refusals that also meet votes, and so say nothing of the text. */
const SILENT = [
	...["tooFast", "busy", "unavailable", "offline"],
	...["threadLocked", "threadRemoved"],
	...["replyRemoved", "replyPromoted"],
];
const TEXTS = ["body", "text", "shortForm"];

/** Characters shown unfolded: a longer text would hide the notice. */
const THEIRS_OPEN = 600;

/** Takes the focus, so that screen readers say it; without a reason, the first wrong field does. */
export function FormNotice({ failure }: { failure: Failure | undefined }) {
	const words = useWords();
	const signInPath = useWayIn(paths.signIn);
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
