import { useEffect, useRef } from "react";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { useSignInPath } from "#app/ui/viewer.ts";

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

/** Why a form did not go through, where that is no single field's matter; takes the focus, so that it is heard. */
export function FormNotice({ failure }: { failure: Failure | undefined }) {
	const words = useWords();
	const signInPath = useSignInPath();
	const reason = useReason(failure);
	const notice = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (failure) notice.current?.focus();
	}, [failure]);
	if (!failure || !reason) return null;
	const { refusal, details, values } = failure;
	const isLater = refusal === "tooFast" || refusal === "offline";
	return (
		<div ref={notice} className="notice" role="alert" tabIndex={-1}>
			<p>
				{reason} {isLater && values.body && words.forms.textKept}
			</p>
			{refusal === "signedOut" && (
				<p>
					<a className="link" href={signInPath} target="_blank" rel="noopener">
						{words.forms.signInBeside}
					</a>
				</p>
			)}
			{details.theirs && (
				<details open>
					<summary>{words.forms.theirs}</summary>
					<pre className="source">{details.theirs}</pre>
				</details>
			)}
		</div>
	);
}
