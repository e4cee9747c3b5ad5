import type {
	LinksFunction,
	LoaderFunctionArgs,
	MetaFunction,
} from "@remix-run/node";
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useLocation,
	useRouteError,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { SignInAgain } from "#app/accounts/sign-in-again.tsx";
import { PageContext } from "#app/platform/http/page-context.ts";
import { LOCALE } from "#app/platform/language.ts";
import { OnceAtHand } from "#app/ui/data-at-hand.ts";
import { ErrorPage, ErrorTitle } from "#app/ui/error-page.tsx";
import { useArrival, useKeptFocus } from "#app/ui/focus.ts";
import { useMenus } from "#app/ui/menu.tsx";
import { usePlainLinks } from "#app/ui/plain-links.ts";
import { SiteFooter } from "#app/ui/site-footer.tsx";
import { SiteHeader } from "#app/ui/site-header.tsx";
import { useReader } from "#app/words/reader.tsx";
import stylesheet from "./app.css?url";

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";

export const links: LinksFunction = () => [
	{ rel: "stylesheet", href: stylesheet },
	{ rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

/** For pages that have no title of their own. */
export const meta: MetaFunction = () => [{ title: "研讨 · Seminar" }];

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await getViewer(args);
	return {
		now: Date.now(),
		viewer: viewer && {
			handle: viewer.handle,
			name: viewer.name,
			news: viewer.news,
		},
	};
}

export type RootData = Awaited<ReturnType<typeof loader>>;

export function Layout({ children }: { children: ReactNode }) {
	useContext(OnceAtHand)?.();
	const { language, theme, timeZone, words } = useReader();
	const { nonce } = useContext(PageContext);
	const error = useRouteError();
	usePlainLinks();
	useMenus();
	useArrival();
	useKeptFocus();
	return (
		<html
			lang={LOCALE[language]}
			data-theme={theme ?? undefined}
			data-time-zone={timeZone}
		>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content={theme ?? "light dark"} />
				{error ? <ErrorTitle /> : <Meta />}
				<Links />
			</head>
			<body>
				<a
					className="absolute start-10 -top-40 z-2 bg-ink px-10 py-6 text-paper focus:top-5 print:hidden"
					href="#main"
				>
					{words.nav.skip}
				</a>
				<SiteHeader />
				{children}
				<SiteFooter />
				<ScrollRestoration nonce={nonce} />
				<Scripts nonce={nonce} />
			</body>
		</html>
	);
}

/** The key resets all state, so that no text or open menu is carried to another address. */
export default function Root() {
	return <Outlet key={useLocation().pathname} />;
}

export function ErrorBoundary() {
	const error = useRouteError();
	if (isRouteErrorResponse(error) && error.status === 401)
		return <SignInAgain {...error.data} />;
	return <ErrorPage />;
}
