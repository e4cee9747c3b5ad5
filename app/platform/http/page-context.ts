import { createContext } from "react";

export const PageContext = createContext<{
	nonce?: string;
	requestId?: string;
}>({});
