import type { ReactNode } from "react";
import { Prose } from "#app/markdown/prose.tsx";

type Props = {
	threadTitle: string;
	title: string;
	hint: string;
	/** The reply's text, kept under the id "about". */
	html: string | undefined;
	children: ReactNode;
};

/** The page of something that is done to a reply: what it is about, what it does, and the reply itself. */
export const AboutReply = ({
	threadTitle,
	title,
	hint,
	html,
	children,
}: Props) => (
	<main id="main" className="narrow">
		<p className="muted">{threadTitle}</p>
		<h1>{title}</h1>
		<p className="muted">{hint}</p>
		<blockquote className="answered">
			<Prose id="about" html={html} />
		</blockquote>
		{children}
	</main>
);
