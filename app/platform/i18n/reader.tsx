import { createContext, useContext } from "react";
import type { Language, Theme } from "#app/platform/i18n/language.ts";
import type { Words } from "#app/words/zh.ts";

/** How the person in front of the page reads it. */
export type Reader = {
	language: Language;
	/** Null: the system's. */
	theme: Theme | null;
	timeZone: string;
	words: Words;
};

const ReaderContext = createContext<Reader | null>(null);

export const ReaderProvider = ReaderContext.Provider;

/** Throws outside a ReaderProvider. */
export function useReader(): Reader {
	const reader = useContext(ReaderContext);
	if (!reader) throw new Error("No ReaderProvider above this component");
	return reader;
}

/** The interface's words in the language of the page. */
export const useWords = (): Words => useReader().words;
