import { type SelectHTMLAttributes, useEffect, useRef } from "react";

type Props = SelectHTMLAttributes<HTMLSelectElement> & {
	label: string;
	value: string;
};

export function FilterSelect({ label, value, ...select }: Props) {
	const field = useRef<HTMLSelectElement>(null);
	useEffect(() => {
		if (field.current) field.current.value = value;
	}, [value]);
	return (
		<label>
			<span>{label}</span>
			<select ref={field} defaultValue={value} {...select} />
		</label>
	);
}
