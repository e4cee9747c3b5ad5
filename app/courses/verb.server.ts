import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { allow, type Changeable } from "#app/courses/allowed.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import type { InCourse } from "#app/courses/queries.server.ts";
import { attempt, readForm } from "#app/platform/forms/form.server.ts";
import { done } from "#app/platform/http/request.server.ts";

type Findable = InCourse & Changeable;
type SignedIn<Found extends Findable> = Found & {
	by: { id: number };
};

type Verb<Found extends Findable, Schema extends z.ZodType> = {
	schema: Schema;
	can: (found: SignedIn<Found>, wish: z.output<Schema>) => boolean;
	act: (found: SignedIn<Found>, wish: z.output<Schema>) => Promise<void>;
	/** The element that says it was done, if not the thing itself. */
	said?: string;
};

/** A POST carries the wished state, so retries do no harm. A plain form returns to its page; a GET shows the way. */
export const verbs =
	<Found extends Findable>(
		/** Must find it even if it was removed since. */
		find: (args: LoaderFunctionArgs) => Promise<Found>,
		place: (found: Found) => { back: string; hash?: string },
	) =>
	<Schema extends z.ZodType>({
		schema,
		can,
		act,
		said,
	}: Verb<Found, Schema>) => ({
		async loader(args: LoaderFunctionArgs) {
			await requireViewer(args);
			return { back: place(await find(args)).back };
		},
		async action(args: ActionFunctionArgs) {
			const found = await find(args);
			const asking = { ...found, by: signedIn(found.by, args) };
			const form = await readForm(args.request, schema);
			if (!form.ok) return form.failure;
			const { value } = form;
			return attempt(form.values, counting(asking.by, ACTS), async () => {
				allow(asking, (found) => can(found, value));
				await act(asking, value);
				const { back, hash } = place(found);
				return done(args, { ok: true as const }, back, said ?? hash);
			});
		},
	});
