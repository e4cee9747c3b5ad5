import { createContext, useContext } from "react";
import type { Member } from "#app/courses/policy.ts";
import type { ThreadState } from "#app/threads/policy.ts";

export type ThreadOnPage = {
	slug: string;
	path: string;
	thread: ThreadState & { number: number };
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
