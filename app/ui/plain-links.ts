import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** One listener: a component for each link costs the server a tenth of its time. `data-native` opts out. */
export function usePlainLinks(): void {
	const navigate = useNavigate();
	useEffect(() => {
		const follow = (event: MouseEvent) => {
			const { target } = event;
			const link = target instanceof Element ? target.closest("a") : null;
			if (!link || isForBrowser(event, link)) return;
			event.preventDefault();
			for (const said of document.querySelectorAll("[data-page]"))
				said.remove();
			const stays = "stays" in link.dataset;
			navigate(link.pathname + link.search + (stays ? "" : link.hash), {
				replace: link.href === location.href,
				preventScrollReset: stays,
			});
		};
		document.addEventListener("click", follow);
		return () => document.removeEventListener("click", follow);
	}, [navigate]);
}

function isForBrowser(event: MouseEvent, link: HTMLAnchorElement): boolean {
	const { altKey, ctrlKey, metaKey, shiftKey, button } = event;
	const { dataset, origin, pathname, search, hash } = link;
	const isHere = pathname === location.pathname && search === location.search;
	return (
		event.defaultPrevented ||
		button !== 0 ||
		altKey ||
		ctrlKey ||
		metaKey ||
		shiftKey ||
		link.target !== "" ||
		"native" in dataset ||
		origin !== location.origin ||
		(isHere && hash !== "")
	);
}
