import { createContext, useContext } from "react";
import type { Language, Theme } from "#app/platform/language.ts";
import type { Words } from "#app/words/zh.ts";

export type Reader = {
	language: Language;
	theme: Theme | null;
	timeZone: string;
	words: Words;
};

const ReaderContext = createContext<Reader | null>(null);

export const ReaderProvider = ReaderContext.Provider;

/** @throws Error outside a ReaderProvider */
export function useReader(): Reader {
	const reader = useContext(ReaderContext);
	if (!reader) throw new Error("No ReaderProvider above this component");
	return reader;
}

export const useWords = (): Words => useReader().words;
