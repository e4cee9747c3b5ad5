import { useId, useRef } from "react";
import type { Fault } from "#app/platform/forms/failure.ts";
import { sayPosition } from "#app/thinking/say-position.ts";
import { useDraft, useFieldKey } from "#app/ui/use-draft.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

type Props = {
	positions: string[];
	chosen?: string | null;
	kept?: string;
	error?: Fault;
};

export function PositionField(props: Props) {
	const { positions, error } = props;
	const words = useWords();
	const { thinking, errors } = words;
	const say = sayPosition(words, positions);
	const id = useId();
	const known = (one: string | null | undefined) =>
		positions.find((position) => position === one) ?? "";
	const group = useRef<HTMLFieldSetElement>(null);
	const chosen = known(props.chosen);
	const begun = props.kept === undefined ? chosen : known(props.kept);
	const { text, write } = useDraft(
		useFieldKey("position"),
		group,
		chosen,
		begun,
	);
	return (
		<fieldset
			ref={group}
			className="positions"
			aria-describedby={error && `${id}-error`}
		>
			<legend>{thinking.position}</legend>
			{[...positions, ""].map((position) => (
				<label key={position}>
					<input
						type="radio"
						name="position"
						value={position}
						checked={position === known(text)}
						onChange={() => write(position)}
					/>
					{position ? say(position) : thinking.noPosition}
				</label>
			))}
			{error && (
				<p id={`${id}-error`} className="error">
					{sentenceOf(errors, error)}
				</p>
			)}
		</fieldset>
	);
}
