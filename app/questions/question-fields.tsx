import type { AskedPassage } from "#app/questions/anchors.server.ts";
import { AskedAbout } from "#app/questions/passage.tsx";
import { SimilarAsTyped } from "#app/questions/similar-as-typed.tsx";

type Props = {
	title: string;
	passage: (Omit<AskedPassage, "html"> & { html?: string }) | null;
	kept?: Record<string, string>;
	slug: string;
};

export function QuestionFields({ title, passage, kept, slug }: Props) {
	const about = passage ?? {
		blockId: kept?.blockId,
		start: kept?.start,
		quote: kept?.quote,
	};
	return (
		<>
			<SimilarAsTyped title={title} slug={slug} />
			{about.blockId && about.quote && (
				<>
					<AskedAbout
						html={passage?.html}
						quote={about.quote}
						isOld={passage?.isOld}
					/>
					<input type="hidden" name="blockId" value={about.blockId} />
					<input type="hidden" name="start" value={about.start} />
					<input type="hidden" name="quote" value={about.quote} />
				</>
			)}
		</>
	);
}
