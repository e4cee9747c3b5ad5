import type { ReactNode } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { Page } from "#app/ui/page.tsx";

type Props = {
	path: string;
	threadTitle: string;
	title: string;
	hint: string;
	cautions?: string[];
	html: string | undefined;
	children: ReactNode;
};

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
		<blockquote className="answered mt-10">
			<Prose id="about" html={html} />
		</blockquote>
		{children}
	</Page>
);
