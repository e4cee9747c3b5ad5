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
		<label className="grid max-w-220 min-w-100 gap-2">
			<span className="text-small text-muted">{label}</span>
			<select ref={field} defaultValue={value} {...select} />
		</label>
	);
}
