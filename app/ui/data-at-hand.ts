import { createContext } from "react";

/** Called by the page's frame, which Remix renders once it has decoded the page's data. */
export const OnceAtHand = createContext<(() => void) | null>(null);
