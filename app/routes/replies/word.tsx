import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { keepProse } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { AboutReply } from "#app/replies/about-reply.tsx";
import { sayWord } from "#app/replies/answers.server.ts";
import { findReply, findStaffWord } from "#app/replies/one-reply.server.ts";
import { canSayWord } from "#app/replies/policy.ts";
import { findReplyFor } from "#app/replies/reply-form.server.ts";
import { wordSchema } from "#app/replies/schema.ts";
import { DraftTextField } from "#app/ui/draft-field.tsx";
import { DraftForm } from "#app/ui/draft-form.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

const KINDS = ["caveat", "wrong"] as const;

export async function loader(args: LoaderFunctionArgs) {
	const { course, reply, thread } = await findReplyFor(args, canSayWord);
	return {
		pageTitle: await pageTitle(
			args,
			({ replyActs }) => replyActs.word.title,
			thread.title,
		),
		threadTitle: thread.title,
		path: paths.reply(course.slug, reply.id),
		formAction: paths.reply.word(course.slug, reply.id),
		html: keepProse(args.context, "about", reply.html),
		word: await findStaffWord(reply.id),
	};
}

export const action = formAction({
	find: (args) => findReply(args, { evenRemoved: true }),
	can: ({ by, reply }) => canSayWord(by, reply),
	schema: wordSchema,
	limit: counting(EDITS),
	async act({ by, course, reply }, { kind, text }) {
		await sayWord(reply, { by, course, word: kind && { kind, text } });
		return redirect(paths.reply(course.slug, reply.id), 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function StaffWordPage() {
	const { threadTitle, path, formAction, html, word } =
		useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { questions, forms } = useWords();
	const { replyActs } = useRareWords();
	const failure = result?.ok === false ? result : undefined;
	const words = replyActs.word;
	return (
		<AboutReply
			path={path}
			threadTitle={threadTitle}
			title={words.title}
			hint={words.hint}
			html={html}
		>
			<DraftForm action={formAction} noValidate>
				<FormNotice failure={failure} />
				<SelectField
					label={words.kind}
					name="kind"
					defaultValue={failure?.values.kind ?? word?.kind ?? "caveat"}
					options={[
						...KINDS.map((kind) => ({
							value: kind as string,
							label: questions.wordKinds[kind],
						})),
						...(word ? [{ value: "", label: words.none }] : []),
					]}
				/>
				<DraftTextField
					label={words.text}
					name="text"
					rows={3}
					initial={word?.text}
					begun={failure?.values.text}
					error={failure?.errors.text}
				/>
				<FormEnd back={path}>
					<button type="submit" className="button cinnabar">
						{forms.save}
					</button>
				</FormEnd>
			</DraftForm>
		</AboutReply>
	);
}
