import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import * as paths from "#app/paths.ts";
import type { SimilarQuestion } from "#app/questions/similar.server.ts";
import { SimilarList } from "#app/questions/similar-list.tsx";

const PAUSE_MS = 300;

export function SimilarAsTyped({
	title,
	slug,
}: {
	title: string;
	slug: string;
}) {
	const { load, data } = useFetcher<{ similar: SimilarQuestion[] }>();
	useEffect(() => {
		const query = new URLSearchParams({ title });
		const timer = setTimeout(
			() => load(`${paths.questions.similar(slug)}?${query}`),
			PAUSE_MS,
		);
		return () => clearTimeout(timer);
	}, [title, slug, load]);
	return (
		<div aria-live="polite">
			<SimilarList similar={data?.similar ?? []} slug={slug} />
		</div>
	);
}
