const KEPT =
	/((?:[A-Za-z0-9]{2,16}|.)[，。：；？！、」』”）]+|(?<=\p{Script=Han})[A-Za-z0-9]{2,16}|[A-Za-z0-9]{2,16}(?=\p{Script=Han}))/u;

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
