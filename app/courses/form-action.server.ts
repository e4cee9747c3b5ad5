import type { ActionFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { signedOut } from "#app/accounts/guard.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import {
	allow,
	type Changeable,
	hasRight,
} from "#app/courses/allowed.server.ts";
import { attempt, readForm } from "#app/platform/forms/form.server.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import type { Role } from "#app/visibility/member.ts";

type Findable = Changeable & { by: { id: number | null; role?: Role | null } };

export type SignedIn<Found extends Findable> = Found & { by: { id: number } };

type FormAction<Found extends Findable, Schema extends z.ZodType, Answer> = {
	/** Finds removed things too, if the answer is to say that they were removed. @throws Response 404 */
	find: (args: ActionFunctionArgs) => Promise<Found>;
	/** Else 403, or 409 where it was so until something changed. */
	can?: (found: SignedIn<Found>) => boolean;
	schema: Schema;
	/** @throws TooFast 429 */
	limit: (by: SignedIn<Found>["by"]) => Promise<void>;
	act: (
		found: SignedIn<Found>,
		value: z.output<Schema>,
		args: ActionFunctionArgs & { values: Record<string, string> },
	) => Promise<Answer>;
};

/** The order of every form: find, allow, read, limit, act, answer. A sender whose session ended keeps the text. */
export const formAction =
	<Found extends Findable, Schema extends z.ZodType, Answer>({
		find,
		can = () => true,
		schema,
		limit,
		act,
	}: FormAction<Found, Schema, Answer>) =>
	async (args: ActionFunctionArgs) => {
		const form = await readForm(args.request, schema);
		const { values } = form;
		const viewer = await getViewer(args);
		// Checked before `find`: for a visitor a private thread is missing, and the text would be lost.
		if (!viewer) return signedOut(args, values);
		const found = await find(args);
		const asking = { ...found, by: { ...found.by, id: viewer.id } };
		if (!hasRight(asking, can)) throw forbidden();
		if (!form.ok) return form.failure;
		return attempt(
			values,
			() => limit(asking.by),
			() => {
				allow(asking, can);
				return act(asking, form.value, { ...args, values });
			},
		);
	};
