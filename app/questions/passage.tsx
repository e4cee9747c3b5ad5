import { escapeHtml } from "#app/markdown/plain-text.ts";
import * as paths from "#app/paths.ts";
import type { Anchor } from "#app/questions/anchors.server.ts";
import { useWords } from "#app/words/reader.tsx";

export function PassageQuote({
	anchor,
	slug,
}: {
	anchor: Anchor;
	slug: string;
}) {
	const { questions, threads } = useWords();
	const says = {
		same: questions.passage,
		changed: questions.passageChanged,
		gone: questions.passageGone,
	};
	const lesson = paths.lesson(slug, anchor.lessonNumber);
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
			<PassageHtml html={anchor.html} />
		</figure>
	);
}

export const markedText = (quote: string) =>
	`<mark>${escapeHtml(quote)}</mark>`;

export function AskedAbout({
	html,
	isOld = false,
}: {
	html: string;
	isOld?: boolean;
}) {
	const { questions } = useWords();
	return (
		<figure className="passage">
			<figcaption className="muted">
				{isOld ? questions.passageChanged : questions.passage}
			</figcaption>
			<PassageHtml html={html} />
		</figure>
	);
}

/** `html` is the block's own, or escaped (passage-html.ts). */
const PassageHtml = ({ html }: { html: string }) => (
	<blockquote dangerouslySetInnerHTML={{ __html: html }} />
);
