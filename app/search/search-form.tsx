import type { ConditionName } from "#app/search/operators.ts";
import { Field, SelectField, TickField } from "#app/ui/field.tsx";
import { SearchInput } from "#app/ui/search-field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	/** Where names are asked for while one types. */
	quick: string;
	typed: string;
	chosen: Partial<Record<ConditionName, string>>;
	/** Within a course, that is no question. */
	asksCourse: boolean;
};

export function SearchForm({
	action,
	quick,
	typed,
	chosen,
	asksCourse,
}: Props) {
	const { search } = useRareWords();
	return (
		<search>
			<form
				action={action}
				className="mb-6"
				key={JSON.stringify(chosen) + typed}
			>
				<div className="filters flex flex-wrap items-end gap-x-12 gap-y-6">
					<div className="relative grow">
						<SearchInput
							quick={quick}
							className="w-full"
							aria-label={search.label}
							defaultValue={typed}
						/>
					</div>
					<button type="submit" className="button">
						{search.submit}
					</button>
				</div>
				<details className="fold mt-2" open={Object.keys(chosen).length > 0}>
					<summary className="text-small text-muted">{search.more}</summary>
					<Fields chosen={chosen} asksCourse={asksCourse} />
				</details>
			</form>
		</search>
	);
}

const KINDS = [
	...(["block", "question", "thinking", "topic", "announcement"] as const),
	...(["reply", "note", "term"] as const),
];
const STATES = ["waiting", "discussed", "follow_up", "answered"] as const;

function Fields({ chosen, asksCourse }: Pick<Props, "chosen" | "asksCourse">) {
	const { threads, questions } = useWords();
	const { search } = useRareWords();
	const kinds = { ...threads.kinds, ...search.kinds };
	const field = (name: ConditionName) => ({
		...{ name, label: search.fields[name] },
		defaultValue: chosen[name] ?? "",
	});
	const any = { value: "", label: search.any };
	return (
		<>
			<div className="my-4 grid grid-cols-1 items-end gap-x-12 gap-y-6 sm:grid-cols-2">
				{asksCourse && <Field {...field("course")} autoComplete="off" />}
				<Field {...field("lesson")} autoComplete="off" />
				<Field {...field("author")} autoComplete="off" />
				<SelectField
					{...field("kind")}
					options={[
						any,
						...KINDS.map((value) => ({ value, label: kinds[value] })),
					]}
				/>
				<SelectField
					{...field("state")}
					options={[
						any,
						...STATES.map((value) => ({
							...{ value, label: questions.states[value] },
						})),
					]}
				/>
				<Field {...field("from")} type="date" />
				<Field {...field("to")} type="date" />
				<TickField
					label={search.fields.has}
					name="has"
					value="note"
					defaultChecked={chosen.has !== undefined}
				/>
			</div>
			<p className="hint">{search.typed}</p>
		</>
	);
}
