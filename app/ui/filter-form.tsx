import { Form, useSubmit } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/words/reader.tsx";

/** A choice submits at once; typed text, and everything without JavaScript, by the button. */
export function FilterForm({
	path,
	isTyped,
	children,
}: {
	path: string;
	isTyped: boolean;
	children: ReactNode;
}) {
	const { threads } = useWords();
	const submit = useSubmit();
	const button = (
		<button type="submit" className="button quiet">
			{threads.filter}
		</button>
	);
	return (
		<Form
			action={path}
			className="filters mb-8 flex flex-wrap items-end gap-x-12 gap-y-6"
			onChange={({ target, currentTarget }) =>
				target instanceof HTMLSelectElement && submit(currentTarget)
			}
		>
			{children}
			{isTyped ? button : <noscript>{button}</noscript>}
		</Form>
	);
}
