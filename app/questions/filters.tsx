import type { QuestionFilter } from "#app/questions/policy.ts";
import { LessonFilter } from "#app/threads/lesson-filter.tsx";
import { FilterForm } from "#app/ui/filter-form.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	path: string;
	filters: readonly QuestionFilter[];
	filter: QuestionFilter | null;
	lesson: number | null;
	lessons: { number: number; place: number | null; title: string }[] | null;
};

export function Filters({ path, filters, filter, lesson, lessons }: Props) {
	const { questions, threads } = useWords();
	const to = (name: QuestionFilter | null) => {
		const params = new URLSearchParams({
			...(name && { filter: name }),
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
					{filter && <input type="hidden" name="filter" value={filter} />}
					<LessonFilter lesson={lesson} lessons={lessons} />
				</FilterForm>
			)}
		</>
	);
}
