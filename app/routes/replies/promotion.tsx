import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { keepProse } from "#app/markdown/prose.tsx";
import { excerpt, renderPlain } from "#app/markdown/render.server.ts";
import * as paths from "#app/paths.ts";
import { isAnswer, promoteReply } from "#app/questions/promotion.server.ts";
import { AboutReply } from "#app/replies/about-reply.tsx";
import { askingSentence } from "#app/replies/asks.ts";
import { canPromote } from "#app/replies/policy.ts";
import { findReplyFor } from "#app/replies/reply-form.server.ts";
import { titleSchema } from "#app/threads/schema.ts";
import { TitleForm } from "#app/threads/title-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

const TITLE_PROPOSED = 60;

/** @throws Response 302 to the question, if the reply is one already */
async function promotable(args: LoaderFunctionArgs) {
	const found = await findReplyFor(args, canPromote);
	const { course, reply } = found;
	if (reply.promotedTo)
		throw redirect(paths.thread(course.slug, reply.promotedTo));
	return found;
}

export async function loader(args: LoaderFunctionArgs) {
	const { course, reply, thread } = await promotable(args);
	return {
		pageTitle: await pageTitle(
			args,
			({ questions }) => questions.promote,
			thread.title,
		),
		threadTitle: thread.title,
		path: paths.reply(course.slug, reply.id),
		formAction: paths.reply.promotion(course.slug, reply.id),
		isAnswer: await isAnswer(reply.id),
		opensText: thread.writeFirst,
		html: keepProse(args.context, "about", reply.html),
		proposed: excerpt(
			renderPlain(askingSentence(plainText(reply.html))),
			TITLE_PROPOSED,
		),
	};
}

export const action = formAction({
	find: promotable,
	can: ({ by, reply, thread }) => canPromote(by, reply, thread),
	schema: titleSchema,
	limit: counting(ACTS),
	async act({ by, course, reply }, { title }) {
		const { number } = await promoteReply(reply, { by, course, title });
		return redirect(paths.thread(course.slug, number), 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Promotion() {
	const { threadTitle, path, formAction, isAnswer, opensText, html, proposed } =
		useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { replyActs } = useRareWords();
	const words = replyActs.promote;
	return (
		<AboutReply
			path={path}
			threadTitle={threadTitle}
			title={words.title}
			hint={words.hint}
			cautions={[
				...(isAnswer ? [words.answers] : []),
				...(opensText ? [words.opens] : []),
			]}
			html={html}
		>
			<TitleForm
				action={formAction}
				back={path}
				title={proposed}
				submit={words.submit}
				failure={failure}
			/>
		</AboutReply>
	);
}
