import { useRareWords } from "#app/words/rare-words.ts";

/** What a text says now, and after the import. */
export function Wordings({ from, to }: { from: string; to: string }) {
	const { imports } = useRareWords();
	return (
		<dl className="wordings grid grid-cols-[repeat(auto-fit,minmax(min(16rem,100%),1fr))] gap-x-15">
			<div>
				<dt>{imports.now}</dt>
				<dd>{from}</dd>
			</div>
			<div>
				<dt>{imports.afterwards}</dt>
				<dd>{to}</dd>
			</div>
		</dl>
	);
}
