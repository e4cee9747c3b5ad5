import type { ReactNode } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { Page } from "#app/ui/page.tsx";

type Props = {
	/** The reply's address. */
	path: string;
	threadTitle: string;
	title: string;
	hint: string;
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
	html,
	children,
}: Props) => (
	<Page from={[path, threadTitle]} title={title}>
		<p className="muted">{hint}</p>
		<blockquote className="answered">
			<Prose id="about" html={html} />
		</blockquote>
		{children}
	</Page>
);
