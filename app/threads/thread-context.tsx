import { createContext, useContext } from "react";
import type { OpenerOnPage } from "#app/threads/presentation.server.ts";

export type ThreadOnPage = {
	slug: string;
	path: string;
	thread: Pick<OpenerOnPage, "number" | "positions" | "isHidden" | "can">;
};

const ThreadContext = createContext<ThreadOnPage | null>(null);

export const ThreadProvider = ThreadContext.Provider;

/** @throws Error outside a ThreadProvider */
export function useThread(): ThreadOnPage {
	const thread = useContext(ThreadContext);
	if (!thread) throw new Error("No ThreadProvider above this component");
	return thread;
}
