import { type ReactNode, useEffect } from "react";
import { Icon } from "#app/ui/icon.tsx";

type Props = { label: string; children: ReactNode };

const OPEN = "details[name=menu][open]";

/** Closing drops the focus, so the summary takes it. */
function leave(menu: Element) {
	menu.removeAttribute("open");
	menu.querySelector("summary")?.focus();
}

/** One listener for all menus, also for those that are HTML alone. */
export function useMenus(): void {
	useEffect(() => {
		const closeBehind = ({ target }: Event) => {
			const menu = document.querySelector(OPEN);
			if (target instanceof Node && !menu?.contains(target))
				menu?.removeAttribute("open");
		};
		const leaveIt = ({ key, target }: KeyboardEvent) => {
			const menu = target instanceof Element && target.closest(OPEN);
			if (key === "Escape" && menu) leave(menu);
		};
		document.addEventListener("pointerdown", closeBehind);
		document.addEventListener("focusin", closeBehind);
		document.addEventListener("keydown", leaveIt);
		return () => {
			document.removeEventListener("pointerdown", closeBehind);
			document.removeEventListener("focusin", closeBehind);
			document.removeEventListener("keydown", leaveIt);
		};
	}, []);
}

export const Menu = ({ label, children }: Props) => (
	<details
		className="menu"
		name="menu"
		onSubmit={({ currentTarget }) => leave(currentTarget)}
	>
		<summary aria-label={label} title={label}>
			<Icon name="more" />
		</summary>
		<div className="menu-items">{children}</div>
	</details>
);
