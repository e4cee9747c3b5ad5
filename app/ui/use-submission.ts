import { useNavigation } from "@remix-run/react";

/** Of a form that goes where its answer leads: a refused one stays at its own address. */
export function useSubmission(action: string) {
	const { formAction, state, location } = useNavigation();
	const isSending = formAction === action;
	return {
		isSending,
		isSent:
			isSending &&
			state === "loading" &&
			location.pathname !== action.split("?", 1)[0],
	};
}
