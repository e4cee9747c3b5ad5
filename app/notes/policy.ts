import type { NoteKind } from "#app/platform/prisma/enums.ts";

export type { NoteKind };

export const NOTE_KINDS = ["answer", "term", "correction", "remark"] as const;

/** Pinned replies a thread can hold. */
export const PINS_PER_THREAD = 5;

/** Characters of a note's short form. */
export const SHORT_FORM_MAX = 300;
