/** Full-width punctuation that `text-spacing-trim` may narrow. */
const RUN =
	/[\u2018\u2019\u201c\u201d\u3001\u3002\u3008-\u3011\u3014-\u301f\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff3b\uff3d\uff5b\uff5d\uff5f\uff60]{40}/g;

/** Chromium takes a minute to lay out 30,000 of them without a possible line break. */
export const breakable = (escaped: string): string =>
	escaped.replace(RUN, "$&<wbr>");
