import { createContext, useContext } from "react";
import type { ThreadState } from "#app/threads/policy.ts";
import type { Member } from "#app/visibility/member.ts";

export type ThreadOnPage = {
	coursePath: string;
	path: string;
	thread: ThreadState;
	by: Member;
};

const ThreadContext = createContext<ThreadOnPage | null>(null);

export const ThreadProvider = ThreadContext.Provider;

/** @throws Error outside a ThreadProvider */
export function useThread(): ThreadOnPage {
	const thread = useContext(ThreadContext);
	if (!thread) throw new Error("No ThreadProvider above this component");
	return thread;
}
