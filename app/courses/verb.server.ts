import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { requireViewer } from "#app/accounts/guard.server.ts";
import type { Changeable } from "#app/courses/allowed.server.ts";
import { formAction, type SignedIn } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import type { InCourse } from "#app/courses/queries.server.ts";
import { done } from "#app/platform/http/request.server.ts";

type Findable = InCourse & Changeable;

type Verb<Found extends Findable, Schema extends z.ZodType, Result> = {
	schema: Schema;
	can: (found: SignedIn<Found>) => boolean;
	limit?: (by: SignedIn<Found>["by"]) => Promise<void>;
	act: (found: SignedIn<Found>, wish: z.output<Schema>) => Promise<Result>;
	/** The element that says it was done, if not the thing itself. */
	confirmation?: string;
};

/** A POST carries the wished state, so retries do no harm. A plain form returns to its page; a GET shows the way. */
export const verbs =
	<Found extends Findable>(
		/** Must find it even if it was removed since. */
		find: (args: LoaderFunctionArgs) => Promise<Found>,
		place: (found: Found) => { back: string; hash?: string },
	) =>
	<Schema extends z.ZodType, Result>({
		schema,
		can,
		limit = counting(ACTS),
		act,
		confirmation,
	}: Verb<Found, Schema, Result>) => {
		const perform = formAction({
			find,
			can,
			schema,
			limit,
			async act(found, wish: z.output<Schema>, args) {
				const answer = {
					ok: true as const,
					...(await act(found, wish)),
				};
				const { back, hash } = place(found);
				return done(args, answer, back, confirmation ?? hash);
			},
		});
		return {
			async loader(args: LoaderFunctionArgs) {
				await requireViewer(args);
				return { back: place(await find(args)).back };
			},
			async action(args: ActionFunctionArgs) {
				// It holds no text that a sign-in would have to carry along.
				await requireViewer(args);
				return perform(args);
			},
		};
	};
