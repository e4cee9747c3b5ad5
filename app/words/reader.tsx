import { createContext, useContext } from "react";
import type { Language, Theme } from "#app/platform/language.ts";
import type { BaseWords } from "#app/words/zh/base.ts";
import type { RareWords } from "#app/words/zh/rare.ts";
import type { Words } from "#app/words/zh.ts";

export type Reader = {
	language: Language;
	theme: Theme | null;
	timeZone: string;
	words: BaseWords;
	/** Null in the browser: see `rare-words.ts`. */
	rareWords: RareWords | null;
};

export type ServerReader = Reader & { words: Words };

const ReaderContext = createContext<Reader | null>(null);

export const ReaderProvider = ReaderContext.Provider;

/** @throws Error outside a ReaderProvider */
export function useReader(): Reader {
	const reader = useContext(ReaderContext);
	if (!reader) throw new Error("No ReaderProvider above this component");
	return reader;
}

export const useWords = (): BaseWords => useReader().words;
