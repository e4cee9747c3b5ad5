import type { Fault } from "#app/platform/forms/failure.ts";
import type { Words } from "#app/words/zh.ts";

export function sentenceOf(errors: Words["errors"], fault: Fault): string {
	const [key, limit] =
		typeof fault === "string" ? ([fault, 0] as const) : fault;
	const sentence = errors[key];
	return typeof sentence === "string" ? sentence : sentence(limit);
}
