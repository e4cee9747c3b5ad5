import { createContext } from "react";

export const PageContext = createContext<{
	/** Undefined on pages whose scripts are named by hash. */
	nonce?: string;
	requestId?: string;
}>({});
