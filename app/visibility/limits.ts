/** Without blanks: the shortest reply that opens the others' in a write-first thread. */
export const OPENING_CHARACTERS = 30;
