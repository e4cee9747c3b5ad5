import { Form, useSubmit } from "@remix-run/react";
import { useWords } from "#app/platform/i18n/reader.tsx";
import type { QuestionFilter } from "#app/questions/policy.ts";
import { FilterSelect } from "#app/ui/filter-select.tsx";

type Props = {
	path: string;
	filters: readonly QuestionFilter[];
	filter: QuestionFilter | null;
	lesson: number | null;
	lessons: { number: number; title: string }[];
};

/** What the list is narrowed to, all of it in the address: states as links, the lesson as a choice. */
export function Filters({ path, filters, filter, lesson, lessons }: Props) {
	const { questions, threads } = useWords();
	const submit = useSubmit();
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
			{lessons.length > 0 && (
				<Form
					action={path}
					className="filters"
					onChange={(event) => submit(event.currentTarget)}
				>
					{filter && <input type="hidden" name="filter" value={filter} />}
					<FilterSelect
						label={threads.filterLesson}
						name="lesson"
						value={String(lesson ?? "")}
					>
						<option value="">{threads.allLessons}</option>
						{lessons.map(({ number, title }) => (
							<option key={number} value={number}>
								{threads.lessonNumber(number)} {title}
							</option>
						))}
					</FilterSelect>
					<noscript>
						<button type="submit" className="button quiet">
							{threads.filter}
						</button>
					</noscript>
				</Form>
			)}
		</>
	);
}
