import "#app/platform/i18n/rare-words.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { ActForm } from "#app/ui/act-form.tsx";
import { Icon } from "#app/ui/icon.tsx";

type Props = { path: string; place: number; of: number };

/** Moves a note among those of its block, one place at a time. */
export function NoteMover({ path, place, of }: Props) {
	const { notes } = useWords();
	const button = (to: number, label: string) => (
		<button
			type="submit"
			name="place"
			value={Math.min(Math.max(to, 1), of)}
			className="plain"
			// At the end the button stays, and so does the focus on it.
			aria-disabled={to < 1 || to > of || undefined}
			aria-label={label}
			title={label}
		>
			<Icon name={to < place ? "up" : "down"} />
		</button>
	);
	return (
		<ActForm action={`${path}/place`} className="note-mover">
			{button(place - 1, notes.up)}
			{button(place + 1, notes.down)}
		</ActForm>
	);
}
