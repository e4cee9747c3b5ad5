import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { courseOnPage } from "#app/courses/queries.server.ts";
import { findLesson } from "#app/lessons/queries.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import { blockBegunAt } from "#app/notes/begun-at.ts";
import { writeNote } from "#app/notes/commands.server.ts";
import { KindField, TermOfNote } from "#app/notes/kind-fields.tsx";
import { PINS_PER_THREAD } from "#app/notes/limits.ts";
import { canWriteNote } from "#app/notes/policy.ts";
import { ownNoteSchema } from "#app/notes/schema.ts";
import { findBlock, listWorthNoting } from "#app/notes/worth-noting.server.ts";
import { WorthNotingList } from "#app/notes/worth-noting.tsx";
import * as paths from "#app/paths.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { forbidden, notFound } from "#app/platform/http/request.server.ts";
import { POSTS } from "#app/threads/limits.server.ts";
import { Page } from "#app/ui/page.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, lesson, thread } = await findLesson(args);
	signedIn(by, args);
	if (!canWriteNote(by, thread)) throw forbidden();
	const blockId = blockBegunAt(args);
	if (!blockId) throw notFound();
	const [block, worthNoting] = await Promise.all([
		findBlock({ lessonId: lesson.id, threadId: thread.id, blockId }),
		listWorthNoting({ course, lessonId: lesson.id, blockId }),
	]);
	const { slug } = course;
	const path = paths.lesson(slug, lesson.number);
	const place = `?lesson=${lesson.number}&block=${blockId}`;
	return {
		pageTitle: await pageTitle(
			args,
			({ notes }) => notes.begin.title,
			lesson.title,
		),
		course: courseOnPage(course),
		title: lesson.title,
		path: `${path}#block-${blockId}`,
		discussion: paths.thread(slug, thread.number),
		formAction: `${paths.lesson.note(slug, lesson.number)}?block=${blockId}`,
		place,
		isGone: block.html === null,
		questions: paths.questions(slug) + place,
		asked: block.asked,
		isFull: block.pins >= PINS_PER_THREAD,
		html: keepProse(args.context, "noted", block.html ?? ""),
		worthNoting,
		submissionId: randomUUID(),
	};
}

export const action = formAction({
	find: findLesson,
	can: ({ by, thread }) => canWriteNote(by, thread),
	schema: ownNoteSchema,
	limit: counting(ACTS, ...POSTS),
	async act({ by, course, lesson, thread }, note, args) {
		const blockId = blockBegunAt(args);
		if (!blockId) throw new Refusal("blockGone");
		const written = { ...note, by, course, blockId, threadId: thread.id };
		const { id } = await writeNote(written);
		return redirect(
			`${paths.lesson(course.slug, lesson.number)}#note-${id}`,
			303,
		);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function BeginNote() {
	const data = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { questions } = useWords();
	const { begin, ...notes } = useRareWords().notes;
	const failure = result && !result.ok ? result : undefined;
	const { worthNoting, course } = data;
	return (
		<Page from={[data.path, data.title]} title={begin.title}>
			{data.isGone ? (
				<p className="notice">{notes.gone}</p>
			) : (
				<blockquote className="answered">
					<Prose id="noted" html={data.html} />
				</blockquote>
			)}
			{data.asked > 0 && (
				<p className="muted">
					<a className="link" href={data.questions}>
						{questions.askedHereFull(data.asked)}
					</a>
				</p>
			)}
			{data.isFull && !failure ? (
				<p className="notice">
					{begin.full(PINS_PER_THREAD)}{" "}
					<a className="link" href={data.discussion}>
						{begin.toDiscussion}
					</a>
				</p>
			) : (
				<WritingForm
					action={data.formAction}
					draftKey={`note ${data.formAction}`}
					label={begin.body}
					hint={begin.bodyHint}
					submit={begin.submit}
					initial={failure?.values.body}
					hidden={{
						submissionId: failure?.values.submissionId ?? data.submissionId,
					}}
					failure={failure}
					back={data.path}
					rows={4}
					below={<TermOfNote term={null} failure={failure} />}
				>
					<KindField kind="remark" failure={failure} />
				</WritingForm>
			)}
			{worthNoting.length > 0 && (
				<section aria-labelledby="worth-noting" className="mt-18">
					<div className="rule-title">
						<h2 id="worth-noting">{begin.worth}</h2>
					</div>
					<WorthNotingList
						replies={worthNoting}
						slug={course.slug}
						place={data.place}
					/>
				</section>
			)}
		</Page>
	);
}
