import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { useContext } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { PageContext } from "#app/platform/page-context.ts";

/** What went wrong, what it means for the reader, and a way on. */
export function ErrorPage() {
	const error = useRouteError();
	const words = useWords().errorPages;
	const { requestId } = useContext(PageContext);
	const status = isRouteErrorResponse(error) ? error.status : 500;
	const page =
		status === 404 || status === 405
			? words.notFound
			: status === 403
				? words.forbidden
				: words.failure;
	return (
		<main id="main" className="narrow">
			<p className="muted num">{status}</p>
			<h1>{page.title}</h1>
			<p>{page.text}</p>
			{status === 500 && requestId && (
				<p className="muted">{words.requestId(requestId)}</p>
			)}
			<p>
				<Link to="/" className="link">
					{words.home}
				</Link>
			</p>
		</main>
	);
}
