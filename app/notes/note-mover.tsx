import "#app/platform/i18n/rare-words.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useAct } from "#app/ui/use-act.ts";

type Props = { path: string; place: number; of: number };

/** Moves a note among those of its block, one place at a time. */
export function NoteMover({ path, place, of }: Props) {
	const { notes } = useWords();
	const act = useAct();
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
		<act.Form method="post" action={`${path}/place`} className="note-mover">
			{button(place - 1, notes.up)}
			{button(place + 1, notes.down)}
		</act.Form>
	);
}
