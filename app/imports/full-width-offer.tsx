import type { DocumentView } from "#app/imports/preview.server.ts";
import { TickField } from "#app/ui/field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = { document: DocumentView; index: number };

/** Offers to give Chinese punctuation its width back, and shows where. */
export function FullWidth({ document, index }: Props) {
	const { imports } = useRareWords();
	return document.narrow.map(({ of, count, lines }) => (
		<div key={of} className="mb-12">
			<TickField
				label={imports.widen[of](count)}
				hint={of === "text" && imports.widenHint}
				name="widen"
				value={`${of} ${index}`}
				defaultChecked={document.widths[of]}
			/>
			<details className="fold">
				<summary>{imports.widenLines}</summary>
				<ul>
					{lines.map(({ from, to }, i) => (
						<li key={i}>
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
						</li>
					))}
				</ul>
				{count > lines.length && (
					<p className="muted">{imports.widenMore(count - lines.length)}</p>
				)}
			</details>
		</div>
	));
}
