import { ActForm } from "#app/ui/act-form.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = { action: string; place: number; of: number };

export function NoteMover({ action, place, of }: Props) {
	const { notes } = useRareWords();
	const button = (to: number, label: string) => (
		<button
			type="submit"
			name="place"
			value={Math.min(Math.max(to, 1), of)}
			className="plain min-w-touch justify-center"
			// Disabled only for ARIA, so that the button keeps the focus.
			aria-disabled={to < 1 || to > of || undefined}
			aria-label={label}
			title={label}
		>
			<Icon name={to < place ? "up" : "down"} />
		</button>
	);
	return (
		<ActForm action={action} className="note-mover">
			{button(place - 1, notes.up)}
			{button(place + 1, notes.down)}
		</ActForm>
	);
}
