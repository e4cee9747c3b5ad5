import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * Loaded again after a failed submit, the page might lose its form and text; after a vote, its order while being read.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({
	actionStatus = 200,
	actionResult,
	defaultShouldRevalidate,
}) =>
	actionStatus < 400 &&
	actionResult?.voted === undefined &&
	defaultShouldRevalidate;
