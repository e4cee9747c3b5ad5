import { type ComponentProps, useEffect, useRef } from "react";
import { Field, SelectField, TextField, TickField } from "#app/ui/field.tsx";
import { useDraft, useFieldKey } from "#app/ui/use-draft.ts";

type Drafted<Props> = Omit<
	Props,
	"value" | "defaultValue" | "onChange" | "inputRef"
> & {
	name: string;
	/** What stands there before anything is written. */
	initial?: string;
	/** What a failed submit brought back. */
	begun?: string;
	/** Told of what stands there, a draft that came back included. */
	onWrite?: (text: string) => void;
};

/** A line of input in a writing form, whose unsent text is kept on this device with the form's. */
export function DraftField({
	initial = "",
	begun,
	onWrite,
	isChoice = false,
	...field
}: Drafted<ComponentProps<typeof Field>> & {
	/** It stands for a choice: as it was left only where it began with the same. */
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

/** The same for several lines. */
export function DraftTextField({
	initial = "",
	begun,
	...field
}: Drafted<ComponentProps<typeof TextField>>) {
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
			inputRef={area}
			value={text}
			onChange={(event) => write(event.target.value)}
		/>
	);
}

/** A box to tick, which is as it was left. */
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

/** A choice, which is as it was left where it began with the same. */
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
