import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { SimilarQuestion } from "#app/questions/similar.server.ts";
import { SimilarList } from "#app/questions/similar-list.tsx";

const PAUSE_MS = 300;

export function SimilarAsTyped({
	title,
	coursePath,
}: {
	title: string;
	coursePath: string;
}) {
	const { load, data } = useFetcher<{ similar: SimilarQuestion[] }>();
	useEffect(() => {
		const query = new URLSearchParams({ title });
		const timer = setTimeout(
			() => load(`${coursePath}/questions/similar?${query}`),
			PAUSE_MS,
		);
		return () => clearTimeout(timer);
	}, [title, coursePath, load]);
	return (
		<div aria-live="polite">
			<SimilarList similar={data?.similar ?? []} coursePath={coursePath} />
		</div>
	);
}
