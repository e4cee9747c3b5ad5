import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For pages with a form: a submit that did not go through leaves the page, and the text in it, as they are. Single fetch
 * would load the page again, and where the session has ended or the thread is locked now, that takes the form away.
 * Nor does a vote: it would put what is being read in another order, under the reader's finger.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({
	actionStatus = 200,
	formAction,
	defaultShouldRevalidate,
}) =>
	actionStatus < 400 &&
	!formAction?.endsWith("/vote") &&
	defaultShouldRevalidate;
