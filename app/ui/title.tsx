const KEPT = /((?:\w{2,16}|.)[，。：；？！、」』”）]+|\w{2,16})/u;

/** A phrase that is longer than its line breaks anywhere, but not within a word or before its punctuation. */
export const Title = ({ text }: { text: string }) => (
	<>
		{text.split(KEPT).map((part, i) =>
			i % 2 ? (
				<span key={i} className="unbroken">
					{part}
				</span>
			) : (
				part
			),
		)}
	</>
);
