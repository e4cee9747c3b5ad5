const ENDS = /(.[，。：；？！、」』”）]+)/u;

/** A phrase that is longer than its line breaks anywhere, but not before its punctuation. */
export const Title = ({ text }: { text: string }) => (
	<>
		{text.split(ENDS).map((part, i) =>
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
