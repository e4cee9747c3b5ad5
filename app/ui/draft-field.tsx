import { type ComponentProps, useEffect, useRef } from "react";
import { Field, SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { Tools } from "#app/ui/tools.tsx";
import { useDraft, useFieldKey } from "#app/ui/use-draft.ts";

type Drafted<Props> = Omit<
	Props,
	"value" | "defaultValue" | "onChange" | "inputRef"
> & {
	name: string;
	initial?: string;
	begun?: string;
	/** Called with a restored draft, too. */
	onWrite?: (text: string) => void;
};

export function DraftField({
	initial = "",
	begun,
	onWrite,
	isChoice = false,
	...field
}: Drafted<ComponentProps<typeof Field>> & {
	/** A choice is restored only where it began with the same value. */
	isChoice?: boolean;
}) {
	const input = useRef<HTMLInputElement>(null);
	const key = useFieldKey(field.name);
	const { text, write } = useDraft(
		isChoice ? `${key} ${initial}` : key,
		input,
		initial,
		begun,
	);
	useEffect(() => onWrite?.(text), [onWrite, text]);
	return (
		<Field
			{...field}
			inputRef={input}
			value={text}
			onChange={(event) => write(event.target.value)}
		/>
	);
}

export function DraftTextField({
	initial = "",
	begun,
	isMarkdown = false,
	...field
}: Drafted<Omit<ComponentProps<typeof TextField>, "tools">> & {
	isMarkdown?: boolean;
}) {
	const area = useRef<HTMLTextAreaElement>(null);
	const { text, write } = useDraft(
		useFieldKey(field.name),
		area,
		initial,
		begun,
	);
	return (
		<TextField
			{...field}
			tools={isMarkdown && <Tools area={area} />}
			inputRef={area}
			value={text}
			onChange={(event) => write(event.target.value)}
		/>
	);
}

export function DraftTick({
	begun = "",
	...field
}: Drafted<ComponentProps<typeof TickField>>) {
	const box = useRef<HTMLInputElement>(null);
	const { text, write } = useDraft(useFieldKey(field.name), box, "", begun);
	return (
		<TickField
			{...field}
			inputRef={box}
			checked={text === "on"}
			onChange={(event) => write(event.target.checked ? "on" : "")}
		/>
	);
}

export function DraftSelect({
	initial = "",
	begun,
	...field
}: Drafted<ComponentProps<typeof SelectField>>) {
	const select = useRef<HTMLSelectElement>(null);
	const key = `${useFieldKey(field.name)} ${initial}`;
	const { text, write } = useDraft(key, select, initial, begun);
	const isOffered = field.options.some(({ value }) => value === text);
	return (
		<SelectField
			{...field}
			inputRef={select}
			value={isOffered ? text : initial}
			onChange={(event) => write(event.target.value)}
		/>
	);
}
