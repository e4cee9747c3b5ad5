import { Form, Link } from "@remix-run/react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { useViewer } from "#app/ui/viewer.ts";

/** The bar on top of every page. */
export function SiteHeader() {
	const { site, nav } = useWords();
	const viewer = useViewer();
	return (
		<header className="bar">
			<Link to="/" className="brand">
				{site.name}
			</Link>
			<nav aria-label={nav.label}>
				<Link to="/">{nav.courses}</Link>
			</nav>
			<div className="end">
				{viewer ? (
					<>
						<Link to={`/people/${viewer.handle}`} title={nav.account}>
							{viewer.name}
						</Link>
						<Link to="/settings">{nav.settings}</Link>
						<Form method="post" action="/sign-out" reloadDocument>
							<button type="submit">{nav.signOut}</button>
						</Form>
					</>
				) : (
					<>
						<Link to="/sign-in">{nav.signIn}</Link>
						<Link to="/sign-up">{nav.signUp}</Link>
					</>
				)}
			</div>
		</header>
	);
}
