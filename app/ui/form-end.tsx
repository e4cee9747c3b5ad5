import type { ReactNode } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";

type Props = { back: string; children: ReactNode };

/** The end of a form that has a page of its own: the way back, and what sends it. */
export function FormEnd({ back, children }: Props) {
	const { forms } = useWords();
	return (
		<div className="row">
			<a className="plain" href={back}>
				{forms.cancel}
			</a>
			{children}
		</div>
	);
}
