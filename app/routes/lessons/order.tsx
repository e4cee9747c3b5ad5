import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { canEditLessons } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { orderLessons } from "#app/lessons/order.server.ts";
import { orderSchema } from "#app/lessons/schema.ts";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { done, forbidden } from "#app/platform/http/request.server.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

async function ownCourse(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const instructor = signedIn(by, args);
	if (!canEditLessons(instructor)) throw forbidden();
	return { course, instructor };
}

export async function loader(args: LoaderFunctionArgs) {
	const { course } = await ownCourse(args);
	const { slug, title } = course;
	return { slug, title };
}

export const action = formAction({
	find: findCourse,
	can: ({ by }) => canEditLessons(by),
	schema: orderSchema,
	limit: counting(ACTS),
	async act({ by, course }, { order }, args) {
		await orderLessons(order, { by, course });
		const back = paths.course(course.slug);
		return done(args, { ok: true as const }, back, "#lessons");
	},
});

export { clientAction } from "#app/ui/without-answer.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data?.title ?? "" },
];

/** Shown without JavaScript if the new order was refused. */
export default function LessonOrder() {
	const { slug, title } = useLoaderData<typeof loader>();
	const failure = useActionData<Failure>();
	const { lessons } = useWords();
	return (
		<Page title={lessons.order}>
			<FormNotice failure={failure} />
			<p>
				<a className="link" href={paths.course(slug)}>
					{title}
				</a>
			</p>
		</Page>
	);
}
