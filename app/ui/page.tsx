import type { MetaFunction } from "@remix-run/react";
import type { ReactNode } from "react";

type Props = {
	title: string;
	/** The page that it belongs to: its address, and what it is called. */
	from?: [href: string, name: string];
	/** With room for a list; else as narrow as a text or a form. */
	wide?: boolean;
	/** At the end of the title's line. */
	beside?: ReactNode;
	children: ReactNode;
};

/** The frame of a page: where it belongs, its title, and what it holds. */
export const Page = ({ title, from, wide, beside, children }: Props) => (
	<main id="main" className={wide ? "page" : "narrow"}>
		{from && (
			<p className="muted">
				<a className="link" href={from[0]}>
					{from[1]}
				</a>
			</p>
		)}
		{beside ? (
			<header className="page-head">
				<h1>{title}</h1>
				{beside}
			</header>
		) : (
			<h1>{title}</h1>
		)}
		{children}
	</main>
);

/** The title of a page whose loader gives one, for the browser. */
export const meta: MetaFunction<() => { pageTitle: string }> = ({ data }) => [
	{ title: data?.pageTitle ?? "" },
];
