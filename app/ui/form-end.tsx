import type { ReactNode } from "react";
import { useWords } from "#app/words/reader.tsx";

type Props = { back: string; children: ReactNode };

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
