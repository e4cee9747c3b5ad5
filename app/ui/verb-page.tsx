import { useActionData, useLoaderData } from "@remix-run/react";
import type { Failure } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";

/**
 * What a verb's address shows where the verb did not go through and no script could say so in place, and to whom comes to
 * it by itself.
 */
export function VerbPage({ backTo }: { backTo?: string }) {
	const failure = useActionData<Failure>();
	const { back } = useLoaderData<{ back: string }>();
	const { threads, errorPages } = useWords();
	return (
		<Page title={errorPages.notDone}>
			{failure?.ok === false ? (
				<FormNotice failure={failure} />
			) : (
				<p>{errorPages.notHere}</p>
			)}
			<p>
				<a className="link" href={back}>
					{backTo ?? threads.backToThread}
				</a>
			</p>
		</Page>
	);
}
