import { SORTS, type Sort } from "#app/replies/ranking.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	sort: Sort | "staff";
	path: string;
	source: boolean;
};

export function SortLinks({ sort, path, source }: Props) {
	const { threads } = useWords();
	return (
		<nav className="sort" aria-label={threads.sort}>
			{SORTS.filter((order) => source || order !== "source").map((order) => (
				<a
					key={order}
					href={`${path}${order === "best" ? "" : `?sort=${order}`}#replies`}
					aria-current={order === sort ? "true" : undefined}
					data-stays
				>
					{threads.sorts[order]}
				</a>
			))}
			<a
				href={`${path}?by=staff#replies`}
				aria-current={sort === "staff" ? "true" : undefined}
				data-stays
			>
				{threads.byStaff}
			</a>
		</nav>
	);
}
