import { useWords } from "#app/platform/i18n/reader.tsx";

type Props = {
	/** The beginning of the list; undefined on its first page. */
	first: string | undefined;
	previous?: string;
	/** Where it goes on; undefined at its end. */
	next: string | undefined;
};

/** The ways through a list that is cut where a page ends and not counted to its end. */
export function Onward({ first, previous, next }: Props) {
	const { pages } = useWords();
	if (!first && !previous && !next) return null;
	return (
		<nav className="pagination" aria-label={pages.label}>
			{first && <a href={first}>{pages.first}</a>}
			{previous && (
				<a href={previous} rel="prev">
					{pages.previous}
				</a>
			)}
			{next && (
				<a href={next} rel="next">
					{pages.next}
				</a>
			)}
		</nav>
	);
}
