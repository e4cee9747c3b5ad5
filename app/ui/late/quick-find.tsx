import { useFetcher } from "@remix-run/react";
import { type RefObject, useEffect, useId, useState } from "react";

export type Named = {
	href: string;
	kind: string;
	title: string;
	place: string[];
};

const PAUSE_MS = 150;

type Props = {
	path: string;
	field: RefObject<HTMLInputElement | null>;
	label: string;
};

/**
 * Names to go to, as one types: a combobox that opens a list and keeps the focus in the field.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export default function QuickFind({ path, field, label }: Props) {
	const { load, data } = useFetcher<{ named: Named[] }>();
	const [typed, setTyped] = useState("");
	const [isOpen, setOpen] = useState(false);
	const [active, setActive] = useState(-1);
	const id = useId();
	const named = (isOpen && typed && data?.named) || [];
	const chosen = named[active];

	useEffect(() => {
		const input = field.current;
		if (!input) return;
		const type = () => {
			setTyped(input.value.trim());
			setActive(-1);
			setOpen(true);
		};
		const close = () => setOpen(false);
		if (input === document.activeElement && input.value) type();
		input.addEventListener("input", type);
		input.addEventListener("blur", close);
		return () => {
			input.removeEventListener("input", type);
			input.removeEventListener("blur", close);
		};
	}, [field]);

	useEffect(() => {
		if (!typed) return;
		const query = new URLSearchParams({ q: typed });
		const timer = setTimeout(() => load(`${path}?${query}`), PAUSE_MS);
		return () => clearTimeout(timer);
	}, [typed, path, load]);

	useEffect(() => {
		const input = field.current;
		if (!input) return;
		const go = (event: KeyboardEvent) => {
			if (event.isComposing || named.length === 0) return;
			const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (step)
				// Between the last and the first stands the field itself.
				setActive(
					((active + 1 + step + named.length + 1) % (named.length + 1)) - 1,
				);
			else if (event.key === "Escape") setOpen(false);
			else if (event.key === "Enter" && chosen)
				document.getElementById(id + active)?.click();
			else return;
			event.preventDefault();
		};
		const said = {
			role: "combobox",
			"aria-autocomplete": "list",
			"aria-expanded": String(named.length > 0),
			"aria-controls": id,
			"aria-activedescendant": chosen ? id + active : "",
			autocomplete: "off",
		};
		for (const [name, value] of Object.entries(said))
			input.setAttribute(name, value);
		input.addEventListener("keydown", go);
		return () => input.removeEventListener("keydown", go);
	});

	return (
		<div
			role="listbox"
			id={id}
			aria-label={label}
			className="quick-find"
			hidden={named.length === 0}
		>
			{named.map(({ href, kind, title, place }, i) => (
				<a
					key={href}
					role="option"
					id={id + i}
					href={href}
					tabIndex={-1}
					aria-selected={i === active}
					// The field keeps the focus until the click.
					onPointerDown={(event) => event.preventDefault()}
					onClick={() => setOpen(false)}
				>
					<span className="line-clamp-1">{title}</span>
					<span className="muted facts">
						{[kind, ...place].map((one) => (
							<span key={one}>{one}</span>
						))}
					</span>
				</a>
			))}
		</div>
	);
}
