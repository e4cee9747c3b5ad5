import type { MetaFunction } from "@remix-run/react";
import type { ReactNode } from "react";
import { useAnswered } from "#app/ui/focus.ts";

type Props = {
	title: string;
	from?: [href: string, name: string];
	wide?: boolean;
	beside?: ReactNode;
	children: ReactNode;
};

export function Page({ title, from, wide, beside, children }: Props) {
	useAnswered();
	return (
		<main id="main" className={wide ? "page" : "narrow"}>
			{from && (
				<p className="muted crumbs mb-3.5">
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
}

export const meta: MetaFunction<() => { pageTitle: string }> = ({ data }) => [
	{ title: data?.pageTitle ?? "" },
];
