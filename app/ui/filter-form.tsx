import { Form, useSubmit } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";

/** Narrows a list as soon as something is chosen; what is typed, and all without JavaScript, by its button. */
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
			className="filters"
			onChange={({ target, currentTarget }) =>
				target instanceof HTMLSelectElement && submit(currentTarget)
			}
		>
			{children}
			{isTyped ? button : <noscript>{button}</noscript>}
		</Form>
	);
}
