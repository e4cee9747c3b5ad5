import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { useId } from "react";

export type Act<Data> = Pick<
	FetcherWithComponents<Data>,
	"state" | "data" | "formData" | "Form" | "submit"
>;

/** What the server shows: nothing is on its way, and a browser without scripts sends the plain form by itself. */
const resting = {
	state: "idle",
	data: undefined,
	formData: undefined,
	Form: "form",
	submit() {},
} as const;

function useRestingAct() {
	// The browser's render takes an id in this place: without one, every id below would differ.
	useId();
	return resting;
}

/**
 * A form that answers without a page load: Remix's fetcher. On the server the router's share in it is left out; a page
 * holds dozens of such forms, and they took a tenth of its time.
 */
export const useAct = (import.meta.env.SSR ? useRestingAct : useFetcher) as <
	Data,
>() => Act<Data>;
