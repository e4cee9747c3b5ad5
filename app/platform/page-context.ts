import { createContext } from "react";

/** What only the server's render knows of the page; empty in the browser. */
export const PageContext = createContext<{
	/** For inline scripts; undefined on pages whose scripts are named by hash. */
	nonce?: string;
	/** Under which a bug is in the log. */
	requestId?: string;
}>({});
