import type {
	InputHTMLAttributes,
	ReactNode,
	Ref,
	SelectHTMLAttributes,
	TextareaHTMLAttributes,
} from "react";
import { useId, useState } from "react";
import type { Fault } from "#app/platform/forms/failure.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

type FieldProps = {
	label: string;
	hint?: ReactNode;
	error?: Fault;
};

type Input = FieldProps &
	InputHTMLAttributes<HTMLInputElement> & { inputRef?: Ref<HTMLInputElement> };
type Area = FieldProps &
	TextareaHTMLAttributes<HTMLTextAreaElement> & {
		inputRef?: Ref<HTMLTextAreaElement>;
	};

function useField({ hint, error }: FieldProps) {
	const id = useId();
	const described = [hint && `${id}-hint`, error && `${id}-error`]
		.filter(Boolean)
		.join(" ");
	return {
		id,
		"aria-describedby": described || undefined,
		"aria-invalid": error ? true : undefined,
	};
}

function Around({
	id,
	label,
	hint,
	error,
	children,
}: FieldProps & { id: string; children: ReactNode }) {
	const words = useWords();
	return (
		<div className="field">
			<label htmlFor={id}>{label}</label>
			{children}
			{hint && (
				<p id={`${id}-hint`} className="hint">
					{hint}
				</p>
			)}
			{error && (
				<p id={`${id}-error`} className="error">
					{sentenceOf(words.errors, error)}
				</p>
			)}
		</div>
	);
}

export function Field({ label, hint, error, inputRef, ...input }: Input) {
	const field = useField({ label, hint, error });
	return (
		<Around id={field.id} label={label} hint={hint} error={error}>
			<input ref={inputRef} {...field} {...input} />
		</Around>
	);
}

/** A folder's files are called by its name. */
const namesOf = (files: FileList | null) => [
	...new Set(
		Array.from(
			files ?? [],
			({ webkitRelativePath, name }) =>
				webkitRelativePath.split("/")[0] || name,
		),
	),
];

/** Files can be dropped on it. Without a script it looks as the browser has it. */
export function FileField({
	label,
	hint,
	error,
	invitation,
	...input
}: Omit<Input, "inputRef"> & { invitation: string }) {
	const field = useField({ label, hint, error });
	const [names, setNames] = useState<string[]>([]);
	return (
		<Around id={field.id} label={label} hint={hint} error={error}>
			<div className="drop">
				<input
					type="file"
					{...field}
					{...input}
					onChange={({ target }) => setNames(namesOf(target.files))}
				/>
				<p aria-hidden>{names.join(" · ") || invitation}</p>
			</div>
		</Around>
	);
}

export function TextField({
	label,
	hint,
	error,
	inputRef,
	tools,
	...area
}: Area & { tools?: ReactNode }) {
	const field = useField({ label, hint, error });
	return (
		<Around id={field.id} label={label} hint={hint} error={error}>
			{tools}
			<textarea ref={inputRef} {...field} {...area} />
		</Around>
	);
}

export function TickField({ label, hint, error, inputRef, ...input }: Input) {
	const field = useField({ label, hint, error });
	return (
		<div className="field mb-6 min-h-touch grid-cols-[auto_1fr] items-center gap-x-7 gap-y-0">
			<input
				ref={inputRef}
				type="checkbox"
				className="size-15 accent-ink"
				{...field}
				{...input}
			/>
			<label htmlFor={field.id}>{label}</label>
			{hint && (
				<p id={`${field.id}-hint`} className="hint col-start-2">
					{hint}
				</p>
			)}
		</div>
	);
}

type Choice = FieldProps &
	SelectHTMLAttributes<HTMLSelectElement> & {
		inputRef?: Ref<HTMLSelectElement>;
		options: readonly { value: string; label: string }[];
	};

export function SelectField({
	label,
	hint,
	error,
	options,
	inputRef,
	...select
}: Choice) {
	const field = useField({ label, hint, error });
	return (
		<Around id={field.id} label={label} hint={hint} error={error}>
			<select ref={inputRef} {...field} {...select}>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.label}
					</option>
				))}
			</select>
		</Around>
	);
}
