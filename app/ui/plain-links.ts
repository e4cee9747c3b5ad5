import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Lets plain links within the site go through the router, so that no page loads anew. One listener for all of them:
 * links are most of a page, and a component around each costs the server a tenth of its time.
 * `data-native` leaves a link to the browser, `data-stays` leaves the page where it is scrolled to.
 */
export function usePlainLinks(): void {
	const navigate = useNavigate();
	useEffect(() => {
		const follow = (event: MouseEvent) => {
			const { target } = event;
			const link = target instanceof Element ? target.closest("a") : null;
			if (!link || isForBrowser(event, link)) return;
			event.preventDefault();
			navigate(link.pathname + link.search + link.hash, {
				replace: link.href === location.href,
				preventScrollReset: "stays" in link.dataset,
			});
		};
		document.addEventListener("click", follow);
		return () => document.removeEventListener("click", follow);
	}, [navigate]);
}

/** Taken care of already, meant for another tab or site, or within the page. */
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
