import {
	isRouteErrorResponse,
	useLocation,
	useRouteError,
	useRouteLoaderData,
} from "@remix-run/react";
import { useContext } from "react";
import * as paths from "#app/paths.ts";
import { PageContext } from "#app/platform/http/page-context.ts";
import { isBug, NO_ANSWER } from "#app/ui/without-answer.ts";
import { useWords } from "#app/words/reader.tsx";

/** Without an answer the root has no data either. */
function useStatus(): number {
	const error = useRouteError();
	const hasAnswer = useRouteLoaderData("root") || import.meta.env.SSR;
	if (isRouteErrorResponse(error)) return error.status;
	return hasAnswer || isBug(error) ? 500 : NO_ANSWER;
}

function useErrorWords() {
	const words = useWords();
	const status = useStatus();
	const { notFound, forbidden, failure, offline } = words.errorPages;
	if (status === 401)
		return { title: words.accounts.signIn, text: words.refusals.signedOut };
	if (status === 503 || status === NO_ANSWER) return offline;
	if (status === 404 || status === 405) return notFound;
	return status === 403 ? forbidden : failure;
}

export const ErrorTitle = () => <title>{useErrorWords().title}</title>;

export function ErrorPage() {
	const words = useWords();
	const { requestId } = useContext(PageContext);
	const status = useStatus();
	const page = useErrorWords();
	const { pathname, search } = useLocation();
	const { home, offline } = words.errorPages;
	return (
		<main id="main" className="narrow">
			{page !== offline && (
				<p className="muted mb-3.5 tabular-nums">{status}</p>
			)}
			<h1>{page.title}</h1>
			<p>{page.text}</p>
			{status === 500 && requestId && (
				<p className="muted">{words.errorPages.requestId(requestId)}</p>
			)}
			<p>
				{page === offline ? (
					<a href={pathname + search} className="button">
						{offline.retry}
					</a>
				) : (
					<a href={paths.home} className="link">
						{home}
					</a>
				)}
			</p>
		</main>
	);
}
