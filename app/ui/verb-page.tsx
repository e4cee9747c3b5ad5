import { useActionData, useLoaderData } from "@remix-run/react";
import type { Failure } from "#app/platform/forms/failure.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

/** For failures without scripts, and for anyone who opens the URL directly. */
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
