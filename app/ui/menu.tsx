import {
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import { Icon } from "#app/ui/icon.tsx";

type Props = { label: string; children: ReactNode };

/** Rarer acts behind three dots. A plain fold at first; with JavaScript it closes as menus do. */
export function Menu({ label, children }: Props) {
	const menu = useRef<HTMLDetailsElement>(null);
	const [isOpen, setOpen] = useState(false);
	const close = useCallback(() => menu.current?.removeAttribute("open"), []);

	/** Closes it under the focus, which stays beside. */
	const leave = () => {
		close();
		menu.current?.querySelector("summary")?.focus();
	};

	useEffect(() => {
		if (!isOpen) return;
		const closeBehind = ({ target }: Event) => {
			if (target instanceof Node && !menu.current?.contains(target)) close();
		};
		const events = ["pointerdown", "focusin"];
		for (const event of events) document.addEventListener(event, closeBehind);
		return () => {
			for (const event of events)
				document.removeEventListener(event, closeBehind);
		};
	}, [isOpen, close]);

	return (
		<details
			ref={menu}
			className="menu"
			name="menu"
			onToggle={(event) => setOpen(event.currentTarget.open)}
			onSubmit={leave}
			onKeyDown={({ key }) => {
				if (key === "Escape") leave();
			}}
		>
			<summary aria-label={label} title={label}>
				<Icon name="more" />
			</summary>
			<div className="menu-items">{children}</div>
		</details>
	);
}
