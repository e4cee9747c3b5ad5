import type { Failure } from "#app/platform/forms/failure.ts";
import type { OwnText } from "#app/replies/own-text.server.ts";
import { PositionField } from "#app/thinking/position-field.tsx";
import type { Act } from "#app/ui/use-act.ts";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useWords } from "#app/words/reader.tsx";

const IN_PLACE = "in-place";

/** The address of an edit that leaves its sender on the page. */
export const inPlace = (action: string) => `${action}?${IN_PLACE}`;

export const isInPlace = ({ url }: Request) =>
	new URL(url).searchParams.has(IN_PLACE);

type Props = {
	action: string;
	/** Of the reply: both forms of it share a draft. */
	path: string;
	text: OwnText;
	failure?: Failure;
	back?: string;
	fetcher?: Act<{ ok: true } | Failure>;
	onCancel?: () => void;
};

export function EditForm({ path, text, ...form }: Props) {
	const { threads, forms } = useWords();
	const { body, version, position, positions } = text;
	const result = form.fetcher?.data;
	const failure = result?.ok === false ? result : form.failure;
	return (
		<WritingForm
			{...form}
			draftKey={`edit ${path}`}
			version={version}
			label={threads.editReply}
			submit={forms.save}
			initial={body}
			opened={form.fetcher !== undefined}
			below={
				positions.length > 0 && (
					<PositionField
						positions={positions}
						chosen={position}
						kept={failure?.values.position}
						error={failure?.errors.position}
					/>
				)
			}
		/>
	);
}
