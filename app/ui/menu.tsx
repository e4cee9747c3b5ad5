import {
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import { Icon } from "#app/ui/icon.tsx";

type Props = { label: string; children: ReactNode };

export function Menu({ label, children }: Props) {
	const menu = useRef<HTMLDetailsElement>(null);
	const [isOpen, setOpen] = useState(false);
	const close = useCallback(() => menu.current?.removeAttribute("open"), []);

	/** Closing drops the focus, so the summary takes it. */
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
