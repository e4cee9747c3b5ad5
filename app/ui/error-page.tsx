import {
	isRouteErrorResponse,
	useLocation,
	useRouteError,
} from "@remix-run/react";
import { useContext } from "react";
import * as paths from "#app/paths.ts";
import { PageContext } from "#app/platform/page-context.ts";
import { NO_ANSWER } from "#app/ui/stand-in.ts";
import { useWords } from "#app/words/reader.tsx";
import type { BaseWords } from "#app/words/zh/base.ts";

const statusOf = (error: unknown) =>
	isRouteErrorResponse(error) ? error.status : 500;

export function errorWords(error: unknown, words: BaseWords) {
	const { notFound, forbidden, failure, offline } = words.errorPages;
	const status = statusOf(error);
	if (status === 401)
		return { title: words.accounts.signIn, text: words.refusals.signedOut };
	if (status === NO_ANSWER) return offline;
	if (status === 404 || status === 405) return notFound;
	return status === 403 ? forbidden : failure;
}

export function ErrorPage() {
	const error = useRouteError();
	const words = useWords();
	const { requestId } = useContext(PageContext);
	const status = statusOf(error);
	const page = errorWords(error, words);
	const { pathname, search } = useLocation();
	const { home, offline } = words.errorPages;
	return (
		<main id="main" className="narrow">
			{page !== offline && <p className="muted num">{status}</p>}
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
