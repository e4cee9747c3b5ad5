import { counted } from "#app/platform/counted.ts";

export const plural = (n: number, one: string, many: string) =>
	`${n} ${n === 1 ? one : many}`;

export const countedPlural = (n: number, one: string, many: string) =>
	`${counted(n)} ${n === 1 ? one : many}`;
