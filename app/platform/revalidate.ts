import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For pages with a form: a submit that did not go through leaves the page, and the text in it, as they are. Single fetch
 * would load the page again, and where the session has ended or the thread is locked now, that takes the form away.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({
	actionStatus = 200,
	defaultShouldRevalidate,
}) => actionStatus < 400 && defaultShouldRevalidate;
