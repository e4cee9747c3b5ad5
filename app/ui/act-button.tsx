import type { ReactNode } from "react";
import { ActForm } from "#app/ui/act-form.tsx";

type Props = {
	action: string;
	name: string;
	wish: boolean;
	className?: string;
	children: ReactNode;
};

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
