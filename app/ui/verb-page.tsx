import { useActionData, useLoaderData } from "@remix-run/react";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";

/** What a verb's address shows where the verb did not go through and no script could say so in place. */
export function VerbPage({ backTo }: { backTo?: string }) {
	const failure = useActionData<Failure>();
	const { back } = useLoaderData<{ back: string }>();
	const { threads, errorPages } = useWords();
	return (
		<main id="main" className="narrow">
			<h1>{errorPages.notDone}</h1>
			<FormNotice failure={failure?.ok === false ? failure : undefined} />
			<p>
				<a className="link" href={back}>
					{backTo ?? threads.backToThread}
				</a>
			</p>
		</main>
	);
}
