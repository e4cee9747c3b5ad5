import { useId } from "react";
import type { ErrorKey } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { usePositions } from "#app/thinking/use-positions.ts";

type Props = {
	positions: string[];
	/** The one that is chosen to begin with. */
	chosen?: string | null;
	error?: ErrorKey;
};

/** Where the writer stands: one of the question's positions, or none. */
export function PositionField({ positions, chosen, error }: Props) {
	const { thinking, errors } = useWords();
	const say = usePositions(positions);
	const id = useId();
	const begun = positions.find((position) => position === chosen) ?? "";
	return (
		<fieldset className="positions" aria-describedby={error && `${id}-error`}>
			<legend>{thinking.position}</legend>
			{[...positions, ""].map((position) => (
				<label key={position}>
					<input
						type="radio"
						name="position"
						value={position}
						defaultChecked={position === begun}
					/>
					{position ? say(position) : thinking.noPosition}
				</label>
			))}
			{error && (
				<p id={`${id}-error`} className="error">
					{errors[error]}
				</p>
			)}
		</fieldset>
	);
}
