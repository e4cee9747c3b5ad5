const LINES = {
	up: "M6 15l6-6 6 6",
	down: "M6 9l6 6 6-6",
	lock: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
	search: "M11 18a7 7 0 1 0 0-14a7 7 0 0 0 0 14zM16 16l4 4",
	bell: "M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
	more: "M5 12h.01M12 12h.01M19 12h.01",
};

type Props = { name: keyof typeof LINES };

/** Decorative: its meaning is said beside it. */
export const Icon = ({ name }: Props) => (
	<svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
		<path d={LINES[name]} />
	</svg>
);
