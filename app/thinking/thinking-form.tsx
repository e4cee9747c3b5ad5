import type { Failure } from "#app/platform/forms/failure.ts";
import {
	isStandard,
	POSITION_MAX,
	POSITIONS_MAX,
	POSITIONS_MIN,
	STANDARD_POSITIONS,
} from "#app/thinking/positions.ts";
import { DraftTextField } from "#app/ui/draft-field.tsx";
import { DraftForm } from "#app/ui/draft-form.tsx";
import { TickField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	back: string;
	thread: { positions: string[]; writeFirst: boolean };
	failure?: Failure;
};

const asksOf = (positions: string[]) => {
	if (positions.length === 0) return "none";
	return isStandard(positions) ? "standard" : "own";
};

export function ThinkingForm({ action, back, thread, failure }: Props) {
	const { thinking, forms } = useWords();
	const { thinkingForm: words } = useRareWords();
	const { positions, writeFirst } = thread;
	const kept = failure?.values;
	const asked = kept?.asks ?? asksOf(positions);
	const own = asksOf(positions) === "own" ? positions.join("\n") : "";
	const standard = STANDARD_POSITIONS.map((one) => thinking.standard[one]);
	const choices = {
		none: words.asksNone,
		standard: standard.join(" · "),
		own: words.asksOwn,
	};
	return (
		<DraftForm action={action}>
			<FormNotice failure={failure} />
			<fieldset className="positions">
				<legend>{words.asks}</legend>
				{Object.entries(choices).map(([value, label]) => (
					<label key={value}>
						<input
							type="radio"
							name="asks"
							value={value}
							defaultChecked={value === asked}
						/>
						{label}
					</label>
				))}
			</fieldset>
			<div className="of-own">
				<DraftTextField
					label={words.ownWords}
					name="positions"
					rows={POSITIONS_MAX}
					initial={own}
					begun={kept?.positions}
					hint={words.ownWordsHint(POSITIONS_MIN, POSITIONS_MAX, POSITION_MAX)}
					error={failure?.errors.positions}
				/>
			</div>
			<TickField
				label={words.writeFirst}
				name="writeFirst"
				defaultChecked={kept ? kept.writeFirst === "on" : writeFirst}
				hint={words.writeFirstHint(OPENING_CHARACTERS)}
			/>
			<FormEnd back={back}>
				<button type="submit" className="button">
					{forms.save}
				</button>
			</FormEnd>
		</DraftForm>
	);
}
