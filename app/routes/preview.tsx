import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, PREVIEWS } from "#app/courses/limits.server.ts";
import { canEditLessons } from "#app/courses/policy.ts";
import { findCourse, teaches } from "#app/courses/queries.server.ts";
import { listHanging } from "#app/lessons/hanging.server.ts";
import { findLesson } from "#app/lessons/queries.server.ts";
import {
	renderBlocks,
	renderBody,
	renderOptional,
} from "#app/markdown/body.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import { previewSchema } from "#app/markdown/schema.ts";
import * as paths from "#app/paths.ts";
import { localPath } from "#app/platform/http/local-path.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { findPassage } from "#app/questions/anchors.server.ts";
import { AskedAbout } from "#app/questions/passage.tsx";
import { PrivacyFields } from "#app/questions/privacy-fields.tsx";
import { listSimilar } from "#app/questions/similar.server.ts";
import { SimilarList } from "#app/questions/similar-list.tsx";
import { STARTED_KINDS } from "#app/threads/kinds.ts";
import { OnwardForm } from "#app/ui/onward-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { numberIn, slugIn } from "#app/ui/slug-in.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { carries: "lesson" };

export const loader = async (args: ActionFunctionArgs) => {
	await requireViewer(args);
	return { back: paths.home };
};

/** Also gives a question's passage and similar questions, as its form does with JavaScript. */
async function threadTo(
	args: ActionFunctionArgs,
	{ to = "", title = "", ...values }: Record<string, string>,
	viewerId: number,
) {
	const slug = slugIn(to, paths.threads.new);
	const kind = STARTED_KINDS.find((one) => one === values.kind);
	if (!slug || !kind) return null;
	const { course, by } = await findCourse({
		...args,
		params: { course: slug },
	});
	const lesson = pageNumber(values.lesson, 0);
	const thread = {
		kind,
		lesson,
		course: course.title,
		slug: course.slug,
	};
	if (kind !== "question") return { ...thread, passage: null, similar: [] };
	const { quote = "" } = values;
	const blockId = pageNumber(values.blockId, 0);
	const asked = { start: pageNumber(values.start, 0), quote };
	const place = { lesson, blockId };
	const passage = await findPassage(course.id, place, asked, viewerId);
	return {
		...thread,
		passage: passage ?? (blockId ? { quote, isOld: true } : null),
		similar: await listSimilar(course, by, title),
	};
}

async function hangingAt(
	args: ActionFunctionArgs,
	to: string,
	blocks: { source: string }[],
) {
	const slug = slugIn(to, paths.lesson.edit);
	const number = numberIn(to, paths.lesson.edit);
	if (!slug) return [];
	const params = { course: slug, number };
	const { by, lesson } = await findLesson({ ...args, params });
	return canEditLessons(by) ? listHanging(slug, lesson.id, blocks) : [];
}

/** Renders a text as it would be kept. Without JavaScript the page shows it above the form, which goes on from there. */
export const action = formAction({
	async find(args) {
		const viewer = await requireViewer(args);
		const role = (await teaches(viewer)) ? ("assistant" as const) : null;
		return { by: { id: viewer.id, role } };
	},
	schema: previewSchema,
	limit: counting(PREVIEWS),
	async act({ by }, { body, flavour, to }, { values, ...args }) {
		// A lesson may take longer than a reply, so only those who write lessons get it.
		const blocks =
			flavour === "lesson" && by.role ? await renderBlocks(body, by.id) : null;
		const html = blocks
			? blocks.map((block) => block.html).join("")
			: values.kind === "question"
				? await renderOptional(body, by.id, "body")
				: await renderBody(body, by.id);
		return {
			ok: true as const,
			html: keepProse(args.context, "preview", html),
			parts: blocks?.map(({ line, html }) => [line, html.length]),
			hanging: blocks && (await hangingAt(args, to, blocks)),
			values,
			thread: await threadTo(args, values, by.id),
		};
	},
});

export { clientAction } from "#app/ui/without-answer.ts";

export default function Preview() {
	const result = useActionData<typeof action>();
	const { threads, errorPages } = useWords();
	if (!result) return <VerbPage backTo={errorPages.home} />;
	const { to = paths.home, ...values } = result.values;
	// The last step shows what is ticked, so that it can be changed.
	const { isPrivate = "", isAnonymous = "", ...question } = values;
	const isQuestion = values.kind === "question";
	const thread = result.ok ? result.thread : null;
	return (
		<Page title={threads.preview.title}>
			{result.ok && (
				<article className="thread-head">
					{thread && (
						<p className="muted crumbs">
							<span>{thread.course}</span>
							{thread.lesson > 0 && (
								<span>{threads.lessonNumber(thread.lesson)}</span>
							)}
							<span>{threads.kinds[thread.kind]}</span>
						</p>
					)}
					{values.title && (
						<h2 className="mt-3.5 mb-5 text-title leading-[1.45]">
							{values.title}
						</h2>
					)}
					{thread?.passage && <AskedAbout {...thread.passage} />}
					<Prose id="preview" html={result.html} className="prose mt-12" />
				</article>
			)}
			{thread && <SimilarList {...thread} />}
			<OnwardForm
				action={localPath(to, paths.home)}
				values={isQuestion ? question : values}
				below={
					isQuestion && <PrivacyFields kept={{ isPrivate, isAnonymous }} />
				}
				draftKey={`preview ${to}`}
				failure={result.ok ? undefined : result}
			/>
		</Page>
	);
}
