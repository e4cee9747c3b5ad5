import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, LOOKUPS, limitedFor } from "#app/courses/limits.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import {
	findLessonId,
	listLessonChoices,
} from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import { failed } from "#app/platform/forms/form.server.ts";
import { Invalid } from "#app/platform/forms/refusal.ts";
import { findPassage } from "#app/questions/anchors.server.ts";
import { passageIn } from "#app/questions/asked-at.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { passageFields } from "#app/questions/passage-fields.tsx";
import { PrivacyFields } from "#app/questions/privacy-fields.tsx";
import { SimilarAsTyped } from "#app/questions/similar-as-typed.tsx";
import { listStanding } from "#app/questions/standing.server.ts";
import { StandingHere } from "#app/questions/standing.tsx";
import { startThread } from "#app/threads/commands.server.ts";
import { STARTED_KINDS } from "#app/threads/kinds.ts";
import { POSTS } from "#app/threads/limits.server.ts";
import { canStartThread } from "#app/threads/policy.ts";
import { threadSchema } from "#app/threads/schema.ts";
import { ThreadForm } from "#app/threads/thread-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await requireViewer(args);
	const { course, by } = await findCourse(args);
	const { searchParams } = new URL(args.request.url);
	const kinds = STARTED_KINDS.filter((kind) => canStartThread(by, kind));
	const { place, asked } = passageIn(searchParams);
	const { lesson, blockId } = place;
	const person = { ...by, id: viewer.id };
	const isTooOften = blockId && (await limitedFor(person, LOOKUPS));
	const passage = isTooOften
		? { ...asked, blockId, isOld: false }
		: blockId && lesson
			? await findPassage(course.id, place, asked, viewer.id)
			: null;
	const kind =
		kinds.find((kind) => kind === searchParams.get("kind")) ?? "question";
	const isAboutBlock = kind === "question" && passage && !isTooOften;
	return {
		pageTitle: await pageTitle(
			args,
			({ threads, questions }) =>
				kind === "question" ? questions.ask : threads.start,
			course.title,
		),
		course: courseOnPage(course),
		handle: viewer.handle,
		kinds,
		kind,
		lesson,
		passage,
		standing: isAboutBlock
			? await listStanding(args.context, passage.blockId, person)
			: null,
		lessons: await listLessonChoices(course.id),
		submissionId: randomUUID(),
	};
}

export const action = formAction({
	find: findCourse,
	schema: threadSchema,
	limit: counting(...POSTS),
	async act({ by, course }, value, { values }) {
		if (!canStartThread(by, value.kind))
			return failed(values, 403, { errors: { kind: "kindForbidden" } });
		const lessonId =
			value.lesson && (await findLessonId(course.id, value.lesson));
		if (lessonId === undefined) throw new Invalid("lesson", "lessonUnknown");
		const thread = { ...value, by, course, lessonId };
		const { number } =
			thread.kind === "question"
				? await askQuestion({ ...thread, passage: thread })
				: await startThread(thread);
		return redirect(paths.thread(course.slug, number));
	},
});

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function NewThread() {
	const data = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { threads, questions } = useWords();
	const { asking } = useRareWords();
	// A refused form stays about the same lesson and passage.
	const { search } = useLocation();
	const { slug } = data.course;
	const path = paths.threads.new(slug);
	const kept = failure?.values;
	const kind = data.kinds.find((one) => one === kept?.kind) ?? data.kind;
	const isQuestion = kind === "question";
	const passage = isQuestion && passageFields(data.passage, kept);
	const kinds = (
		<nav className="sort" aria-label={threads.kind}>
			{data.kinds.map((one) => (
				<a
					key={one}
					href={`${path}?${new URLSearchParams({
						kind: one,
						...(data.lesson && { lesson: String(data.lesson) }),
						...(data.passage && {
							block: String(data.passage.blockId),
							start: String(data.passage.start),
							quote: data.passage.quote,
						}),
					})}`}
					aria-current={one === kind ? "true" : undefined}
				>
					{threads.kinds[one]}
				</a>
			))}
		</nav>
	);
	return (
		<Page
			from={[paths.course(slug), data.course.title]}
			title={isQuestion ? questions.ask : threads.start}
		>
			{!passage && (
				<>
					{kinds}
					<p className="muted">{asking.hints[kind]}</p>
				</>
			)}
			{isQuestion && data.standing && data.passage && (
				<StandingHere
					slug={slug}
					lessonNumber={data.lesson}
					blockId={data.passage.blockId}
					standing={data.standing}
				/>
			)}
			<ThreadForm
				path={path + search}
				draftKey={`${data.handle} ${path}`}
				kind={kind}
				lesson={data.lesson ? String(data.lesson) : ""}
				lessons={data.lessons}
				submissionId={data.submissionId}
				failure={failure}
				passage={passage}
				similar={(title) =>
					isQuestion && <SimilarAsTyped title={title} slug={slug} />
				}
				kinds={kinds}
				privacy={isQuestion && <PrivacyFields kept={kept} />}
			/>
		</Page>
	);
}
