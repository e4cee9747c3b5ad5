import { useEffect, useRef } from "react";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { useSignInPath } from "#app/ui/viewer.ts";

/** Why a form did not go through, where that is no single field's matter; takes the focus, so that it is heard. */
export function FormNotice({ failure }: { failure: Failure | undefined }) {
	const words = useWords();
	const signInPath = useSignInPath();
	const notice = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (failure) notice.current?.focus();
	}, [failure]);
	if (!failure) return null;
	const { refusal, retryAfter, errors, details, values } = failure;
	const sentence =
		refusal === "tooFast"
			? words.refusals.tooFast(retryAfter ?? 60)
			: refusal
				? words.refusals[refusal]
				: errors.form && words.errors[errors.form];
	if (!sentence) return null;
	return (
		<div ref={notice} className="notice" role="alert" tabIndex={-1}>
			<p>
				{sentence}{" "}
				{refusal === "tooFast" && values.body && words.forms.textKept}
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
