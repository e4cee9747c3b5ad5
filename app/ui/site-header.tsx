import { Form } from "@remix-run/react";
import { useViewer, useWayIn } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";

export function SiteHeader() {
	const { site, nav } = useWords();
	const viewer = useViewer();
	const signIn = useWayIn("sign-in");
	const signUp = useWayIn("sign-up");
	return (
		<header className="bar">
			<a href="/" className="brand">
				{site.name}
			</a>
			<nav aria-label={nav.label}>
				<a href="/">{nav.courses}</a>
			</nav>
			<div className="end">
				{viewer && (
					<>
						<a href={`/people/${viewer.handle}`} title={nav.account}>
							{viewer.name}
						</a>
						<a
							href="/notifications"
							className={viewer.hasNews ? "news" : undefined}
							aria-label={viewer.hasNews ? nav.news : undefined}
						>
							{nav.notifications}
						</a>
						<a href="/settings">{nav.settings}</a>
						<Form method="post" action="/sign-out" reloadDocument>
							<button type="submit">{nav.signOut}</button>
						</Form>
					</>
				)}
				{viewer === null && (
					<>
						<a href={signIn}>{nav.signIn}</a>
						<a href={signUp}>{nav.signUp}</a>
					</>
				)}
			</div>
		</header>
	);
}
