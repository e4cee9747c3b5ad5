import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { keepProse } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { settlementSchema } from "#app/questions/schema.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { listToSettle } from "#app/questions/similar.server.ts";
import { AboutReply } from "#app/replies/about-reply.tsx";
import { findReply } from "#app/replies/one-reply.server.ts";
import { canSettle } from "#app/replies/policy.ts";
import { findReplyFor } from "#app/replies/reply-form.server.ts";
import { TickField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, reply, thread } = await findReplyFor(args, canSettle);
	return {
		pageTitle: await pageTitle(
			args,
			({ questions }) => questions.settle,
			thread.title,
		),
		threadTitle: thread.title,
		path: paths.reply(course.slug, reply.id),
		formAction: paths.reply.settlement(course.slug, reply.id),
		html: keepProse(args.context, "about", reply.html),
		open: await listToSettle(course, {
			id: reply.threadId,
			title: thread.title,
		}),
	};
}

export const action = formAction({
	find: (args) => findReply(args, { evenRemoved: true }),
	can: ({ by, reply, thread }) => canSettle(by, reply, thread),
	schema: settlementSchema,
	limit: counting(ACTS),
	async act({ by, course, reply, thread }, numbers) {
		await settleQuestions(reply, { by, course, numbers });
		return redirect(`${paths.thread(course.slug, thread.number)}#settles`, 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Settlement() {
	const { threadTitle, path, formAction, html, open } =
		useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { questions } = useWords();
	const { replyActs } = useRareWords();
	const words = replyActs.settle;
	return (
		<AboutReply
			path={path}
			threadTitle={threadTitle}
			title={words.title}
			hint={words.hint}
			html={html}
		>
			<Form method="post" action={formAction}>
				<FormNotice failure={failure} />
				{open.length === 0 && <p className="empty">{words.none}</p>}
				{open.map(({ number, title, state, meToo, isPrivate }) => (
					<TickField
						key={number}
						label={title}
						hint={[
							questions.states[state],
							isPrivate && questions.privateMark,
							meToo > 0 && questions.meToo(meToo),
						]
							.filter(Boolean)
							.join(" · ")}
						name={`question-${number}`}
						defaultChecked={failure?.values[`question-${number}`] === "on"}
					/>
				))}
				<FormEnd back={path}>
					{open.length > 0 && (
						<button type="submit" className="button">
							{words.submit}
						</button>
					)}
				</FormEnd>
			</Form>
		</AboutReply>
	);
}
