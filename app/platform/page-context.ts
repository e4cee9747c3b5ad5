import { createContext } from "react";

export const PageContext = createContext<{
	/** Undefined on pages whose scripts are named by hash. */
	nonce?: string;
	/** Its bugs are logged under this id. */
	requestId?: string;
}>({});
