import type { ReactNode } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { Page } from "#app/ui/page.tsx";

type Props = {
	/** The reply's address. */
	path: string;
	threadTitle: string;
	title: string;
	hint: string;
	/** What is to be thought of before. */
	cautions?: string[];
	/** The reply's text, kept under the id "about". */
	html: string | undefined;
	children: ReactNode;
};

/** The page of something that is done to a reply: what it is about, what it does, and the reply itself. */
export const AboutReply = ({
	path,
	threadTitle,
	title,
	hint,
	cautions = [],
	html,
	children,
}: Props) => (
	<Page from={[path, threadTitle]} title={title}>
		<p className="muted">{hint}</p>
		{cautions.map((caution) => (
			<p key={caution} className="notice">
				{caution}
			</p>
		))}
		<blockquote className="answered">
			<Prose id="about" html={html} />
		</blockquote>
		{children}
	</Page>
);
