import type { ReactNode } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import type { Anchor } from "#app/questions/anchors.server.ts";

/** The words of the lesson that a question is about, with the way to them. */
export function PassageQuote({
	anchor,
	coursePath,
}: {
	anchor: Anchor;
	coursePath: string;
}) {
	const { questions, threads } = useWords();
	const says = {
		same: questions.passage,
		changed: questions.passageChanged,
		gone: questions.passageGone,
	};
	const lesson = `${coursePath}/lessons/${anchor.lessonNumber}`;
	return (
		<figure className="passage">
			<figcaption className="muted facts">
				<span>{says[anchor.now]}</span>
				<a
					className="link"
					href={
						anchor.now === "gone" ? lesson : `${lesson}#block-${anchor.blockId}`
					}
				>
					{anchor.section ?? threads.lessonNumber(anchor.lessonNumber)}
				</a>
			</figcaption>
			<blockquote>
				<PassageHtml as="span" html={anchor.before} />
				<PassageHtml as="mark" html={anchor.quote} />
				<PassageHtml as="span" html={anchor.after} />
			</blockquote>
		</figure>
	);
}

/** The words of the lesson that a question on its way is about. */
export function AskedAbout({ children }: { children: ReactNode }) {
	const { questions } = useWords();
	return (
		<figure className="passage">
			<figcaption className="muted">{questions.passage}</figcaption>
			<blockquote>{children}</blockquote>
		</figure>
	);
}

/** A piece of a passage: made of a block's own HTML, or escaped (questions/passage-html.ts). */
export const PassageHtml = ({
	as: Tag,
	html,
}: {
	as: "span" | "mark";
	html: string;
}) => <Tag dangerouslySetInnerHTML={{ __html: html }} />;
