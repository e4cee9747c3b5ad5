import { FilterSelect } from "#app/ui/filter-select.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	lesson: number | null;
	/** Null: too many to list, so the number is typed. */
	lessons: { number: number; place: number | null; title: string }[] | null;
};

export function LessonFilter({ lesson, lessons }: Props) {
	const { threads } = useWords();
	if (!lessons)
		return (
			<label className="grid max-w-220 min-w-100 gap-2">
				<span className="text-small text-muted">
					{threads.lessonNumberField}
				</span>
				<input
					key={lesson}
					name="lesson"
					inputMode="numeric"
					autoComplete="off"
					defaultValue={lesson ?? ""}
				/>
			</label>
		);
	return (
		<FilterSelect
			label={threads.filterLesson}
			name="lesson"
			value={String(lesson ?? "")}
		>
			<option value="">{threads.allLessons}</option>
			{lessons.map(({ number, place, title }) => (
				<option key={number} value={number}>
					{place && threads.lessonNumber(place)} {title}
				</option>
			))}
		</FilterSelect>
	);
}
