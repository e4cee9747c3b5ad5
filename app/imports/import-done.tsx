import { useEffect } from "react";
import { DocumentReport } from "#app/imports/document-report.tsx";
import { useCounts } from "#app/imports/import-preview.tsx";
import type { DocumentView } from "#app/imports/preview.server.ts";
import * as paths from "#app/paths.ts";
import { discardDrafts } from "#app/ui/use-draft.ts";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = { slug: string; path: string; documents: DocumentView[] };

export function ImportDone({ slug, path, documents }: Props) {
	const { imports } = useRareWords();
	useEffect(() => discardDrafts(path), [path]);
	return (
		<>
			<p className="mb-14" role="status">
				{imports.did(useCounts(documents))}
			</p>
			<p className="row">
				<a className="plain" href={path} data-native>
					{imports.more}
				</a>
				<a className="button" href={paths.course(slug)}>
					{imports.toCourse}
				</a>
			</p>
			{documents.map((document) => (
				<DocumentReport key={document.id} document={document} />
			))}
		</>
	);
}
