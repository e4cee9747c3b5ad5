import type { ReactNode } from "react";
import { ActForm } from "#app/ui/act-form.tsx";

type Props = {
	/** The address of the verb, the name of its wished state, and whether it is wished. */
	action: string;
	name: string;
	wish: boolean;
	className?: string;
	children: ReactNode;
};

/** A verb as one button: sends the wished state, with or without JavaScript. */
export const ActButton = (props: Props) => (
	<ActForm action={props.action}>
		<button
			type="submit"
			name={props.name}
			value={String(props.wish)}
			className={props.className}
		>
			{props.children}
		</button>
	</ActForm>
);
