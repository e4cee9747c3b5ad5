import { Form } from "@remix-run/react";
import * as paths from "#app/paths.ts";
import { Icon } from "#app/ui/icon.tsx";
import { SearchField } from "#app/ui/search-field.tsx";
import { useViewer, useWayIn } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";

export function SiteHeader() {
	const { site, nav } = useWords();
	const viewer = useViewer();
	const signIn = useWayIn(paths.signIn);
	const signUp = useWayIn(paths.signUp);
	const news = viewer && viewer.news > 99 ? "99+" : String(viewer?.news);
	// One row on a telephone: signing out is on the page of settings too.
	return (
		<header className="bar">
			<a href={paths.home} className="brand">
				{site.name}
			</a>
			<nav
				className="me-auto max-sm:invisible max-sm:w-0 max-sm:whitespace-nowrap"
				aria-label={nav.label}
			>
				<a href={paths.home}>{nav.courses}</a>
			</nav>
			<SearchField />
			<div className="flex flex-wrap items-center gap-x-12 max-sm:gap-x-10 max-xs:min-w-0 max-xs:flex-nowrap">
				{viewer && (
					<>
						<a
							className="max-w-[9em] truncate"
							href={paths.person(viewer.handle)}
							title={nav.account}
						>
							{viewer.name}
						</a>
						<a
							href={paths.notifications}
							aria-label={viewer.news > 0 ? nav.news(news) : undefined}
						>
							<span className="max-xs:sr-only">{nav.notifications}</span>
							<span className="contents xs:hidden">
								<Icon name="bell" />
							</span>
							{viewer.news > 0 && <span className="num">{news}</span>}
						</a>
						<a href={paths.settings}>{nav.settings}</a>
						<Form
							className="max-xs:hidden"
							method="post"
							action={paths.signOut}
							reloadDocument
						>
							<button type="submit">{nav.signOut}</button>
						</Form>
					</>
				)}
				{viewer === null && (
					<>
						<a className="max-w-[9em] truncate" href={signIn}>
							{nav.signIn}
						</a>
						<a href={signUp}>{nav.signUp}</a>
					</>
				)}
			</div>
		</header>
	);
}
