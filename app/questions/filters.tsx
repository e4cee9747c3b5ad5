import { QUESTION_ORDERS, type QuestionOrder } from "#app/questions/orders.ts";
import type { QuestionFilter } from "#app/questions/policy.ts";
import { LessonFilter } from "#app/threads/lesson-filter.tsx";
import { FilterForm } from "#app/ui/filter-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	path: string;
	filters: readonly QuestionFilter[];
	filter: QuestionFilter | null;
	order: QuestionOrder;
	lesson: number | null;
	lessons: { number: number; place: number | null; title: string }[] | null;
};

export function Filters({
	path,
	filters,
	filter,
	order,
	lesson,
	lessons,
}: Props) {
	const { questions, threads } = useWords();
	const to = (name: QuestionFilter | null) => {
		const params = new URLSearchParams({
			...(name && { filter: name }),
			...inOrder(order),
			...(lesson && { lesson: String(lesson) }),
		}).toString();
		return path + (params && `?${params}`);
	};
	return (
		<>
			<nav className="sort" aria-label={threads.filter}>
				{[null, ...filters].map((name) => (
					<a
						key={name}
						href={to(name)}
						aria-current={name === filter ? "true" : undefined}
						data-stays
					>
						{name ? questions.filters[name] : questions.all}
					</a>
				))}
			</nav>
			{lessons?.length !== 0 && (
				<FilterForm path={path} isTyped={!lessons}>
					{Object.entries({ ...(filter && { filter }), ...inOrder(order) }).map(
						([name, value]) => (
							<input key={name} type="hidden" name={name} value={value} />
						),
					)}
					<LessonFilter lesson={lesson} lessons={lessons} />
				</FilterForm>
			)}
		</>
	);
}

/** As the address says it: the usual order needs no word. */
export const inOrder = (order: QuestionOrder) =>
	order !== QUESTION_ORDERS[0] && { order };

export function Orders({
	path,
	order,
	narrowed,
}: {
	path: string;
	order: QuestionOrder;
	narrowed: Record<string, string>;
}) {
	const { orders } = useRareWords().asking;
	const { order: _, ...others } = narrowed;
	return (
		<nav className="sort" aria-label={orders.label}>
			{QUESTION_ORDERS.map((name) => {
				const query = new URLSearchParams({ ...others, ...inOrder(name) });
				return (
					<a
						key={name}
						href={query.size > 0 ? `${path}?${query}` : path}
						aria-current={name === order ? "true" : undefined}
						data-stays
					>
						{orders[name]}
					</a>
				);
			})}
		</nav>
	);
}
