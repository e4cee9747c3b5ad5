import type { DocumentView } from "#app/imports/preview.server.ts";
import { Wordings } from "#app/imports/wordings.tsx";
import { TickField } from "#app/ui/field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = { document: DocumentView; index: number };

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
							<Wordings from={from} to={to} />
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
