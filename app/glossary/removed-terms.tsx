import type { TermEntry } from "#app/glossary/queries.server.ts";
import * as paths from "#app/paths.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = {
	terms: Pick<TermEntry, "id" | "source" | "renderings">[];
	slug: string;
};

export function RemovedTerms({ terms, slug }: Props) {
	const { glossary } = useRareWords();
	if (terms.length === 0) return null;
	return (
		<details className="mt-20 border-t border-rule text-muted">
			<summary className="min-h-touch content-center">
				{glossary.removedTerms(terms.length)}
			</summary>
			<ul>
				{terms.map(({ id, source, renderings: [preferred = ""] }) => (
					<li
						key={id}
						id={`term-${id}`}
						className="flex flex-wrap items-center justify-between gap-x-10"
					>
						<span>
							{preferred} <span className="source-word">{source}</span>
						</span>
						<ActForm action={paths.termRemoval(slug, id)}>
							<input type="hidden" name="removed" value="false" />
							<button
								type="submit"
								className="plain"
								aria-label={glossary.restoreOf(preferred)}
							>
								{glossary.restore}
							</button>
						</ActForm>
					</li>
				))}
			</ul>
		</details>
	);
}
