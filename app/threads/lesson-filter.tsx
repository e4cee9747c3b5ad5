import { useWords } from "#app/platform/i18n/reader.tsx";
import { FilterSelect } from "#app/ui/filter-select.tsx";

type Props = {
	/** The number of the lesson that the list is narrowed to. */
	lesson: number | null;
	lessons: { number: number; title: string }[];
};

/** Narrows a list of threads to a lesson. */
export function LessonFilter({ lesson, lessons }: Props) {
	const { threads } = useWords();
	return (
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
	);
}
