import { data } from "@remix-run/node";
import { z } from "zod";
import type { Failure, Fault } from "#app/platform/forms/failure.ts";
import { faultOf } from "#app/platform/forms/fields.ts";
import { Invalid, Refusal, TooFast } from "#app/platform/forms/refusal.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

type Values = Record<string, string>;

/** LF line ends, whole code points, no NUL (PostgreSQL stores none). */
export const cleanText = (text: string) =>
	text.replace(/\r\n?/g, "\n").toWellFormed().replaceAll("\0", "");

function fieldsOf(schema: z.core.$ZodType): string[] | null {
	if (schema instanceof z.ZodPipe) return fieldsOf(schema.in);
	if (schema instanceof z.ZodDiscriminatedUnion)
		return schema.options.flatMap((option) => fieldsOf(option) ?? []);
	if (!(schema instanceof z.ZodObject) || schema.def.catchall) return null;
	return Object.keys(schema.shape);
}

async function valuesOf(
	request: Request,
	isKnown: (name: string) => boolean,
): Promise<Values> {
	const form = await request.formData().catch(() => new FormData());
	const values: Values = {};
	for (const [name, value] of form)
		if (typeof value === "string" && isKnown(name))
			values[name] = cleanText(value);
	return values;
}

function knownTo(schema: z.ZodType) {
	const fields = fieldsOf(schema);
	return (name: string) => fields?.includes(name) ?? true;
}

/** Messages are keys of `words.errors`. On bad input: the known fields' values, with one sentence each. */
export async function readForm<Schema extends z.ZodType>(
	request: Request,
	schema: Schema,
	isKnown = knownTo(schema),
): Promise<
	| { ok: true; value: z.output<Schema>; values: Values }
	| { ok: false; failure: ReturnType<typeof failed>; values: Values }
> {
	const values = await valuesOf(request, isKnown);
	const parsed = schema.safeParse(values);
	if (parsed.success) return { ok: true, value: parsed.data, values };
	const errors: Record<string, Fault> = {};
	for (const issue of parsed.error.issues) {
		// Only tampered or old forms fail so; their hidden fields can show no error, so the form does.
		const isBroken = issue.message === "formBroken";
		const field = isBroken ? "form" : String(issue.path[0] ?? "form");
		errors[field] ??= faultOf(issue);
	}
	return { ok: false, failure: failed(values, 422, { errors }), values };
}

export function failed(
	values: Values,
	status: 401 | 403 | 409 | 422 | 429 | 503,
	why: Partial<Omit<Failure, "ok" | "values">>,
) {
	const { password, currentPassword, newPassword, ...kept } = values;
	const failure: Failure = {
		ok: false,
		values: kept,
		errors: {},
		refusal: null,
		details: {},
		...why,
	};
	const headers: Record<string, string> = {};
	if (why.retryAfter) headers["Retry-After"] = String(why.retryAfter);
	return data(failure, { status, headers });
}

/** `Invalid` becomes 422, `Refusal` 409, `TooFast` 429, `Unavailable` 503, all with the text kept. */
export async function attempt<Result>(
	values: Values,
	count: (() => Promise<void>) | null,
	work: () => Promise<Result>,
): Promise<Result | ReturnType<typeof failed>> {
	try {
		await count?.();
		return await work();
	} catch (error) {
		if (error instanceof TooFast)
			return failed(values, 429, {
				refusal: "tooFast",
				retryAfter: error.retryAfter,
			});
		if (error instanceof Invalid)
			return failed(values, 422, { errors: { [error.field]: error.fault } });
		if (error instanceof Refusal)
			return failed(values, 409, {
				refusal: error.reason,
				details: error.details,
			});
		if (error instanceof Unavailable)
			return failed(values, 503, {
				refusal: error.reason === "busy" ? "busy" : "unavailable",
				retryAfter: error.retryAfter,
			});
		throw error;
	}
}
