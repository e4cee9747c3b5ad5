import { type FetcherWithComponents, useFetcher } from "@remix-run/react";
import { useId } from "react";

export type Act<Data> = Pick<
	FetcherWithComponents<Data>,
	"state" | "data" | "formData" | "Form" | "submit"
>;

/** On the server nothing is pending, and without scripts the plain form works by itself. */
const resting = {
	state: "idle",
	data: undefined,
	formData: undefined,
	Form: "form",
	submit() {},
} as const;

function useRestingAct() {
	// The browser's render uses an id here, so the server uses one too.
	useId();
	return resting;
}

/** Remix's fetcher. The server leaves the router out: with dozens of forms a page, it took a tenth of the time. */
export const useAct = (import.meta.env.SSR ? useRestingAct : useFetcher) as <
	Data,
>() => Act<Data>;
