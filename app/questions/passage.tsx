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
					{anchor.lessonPlace && threads.lessonNumber(anchor.lessonPlace)}
					{anchor.section && ` · ${anchor.section}`}
					<span aria-hidden="true"> ↗</span>
				</a>
			</figcaption>
			<PassageHtml html={anchor.html} />
		</figure>
	);
}

/** Without `html` the block cannot be looked up: the quote stands alone. */
export function AskedAbout({
	html,
	quote,
	isOld = false,
	caption,
}: {
	html?: string;
	quote: string;
	isOld?: boolean;
	caption?: string;
}) {
	const { questions } = useWords();
	return (
		<figure className="passage">
			<figcaption className="muted">
				{caption ?? (isOld ? questions.passageChanged : questions.passage)}
			</figcaption>
			{html === undefined ? (
				<blockquote>
					<mark>{quote}</mark>
				</blockquote>
			) : (
				<PassageHtml html={html} />
			)}
		</figure>
	);
}

/** `html` is the block's own, or escaped (passage-html.ts). */
const PassageHtml = ({ html }: { html: string }) => (
	<blockquote dangerouslySetInnerHTML={{ __html: html }} />
);
