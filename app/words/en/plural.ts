import { counted } from "#app/words/counted.ts";

/** A count with its noun. */
export const plural = (n: number, one: string, many: string) =>
	`${n} ${n === 1 ? one : many}`;

/** The same of a count that may have stopped. */
export const countedPlural = (n: number, one: string, many: string) =>
	`${counted(n)} ${n === 1 ? one : many}`;
