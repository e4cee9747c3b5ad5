import { useWords } from "#app/words/reader.tsx";

type Props = {
	first: string | undefined;
	previous?: string;
	next: string | undefined;
};

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
