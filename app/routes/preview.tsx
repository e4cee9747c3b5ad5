import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireViewer, signedOut } from "#app/accounts/guard.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { findCourse, teaches } from "#app/courses/queries.server.ts";
import { renderBlocks, renderBody } from "#app/markdown/body.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import { previewSchema } from "#app/markdown/schema.ts";
import { attempt, failed, readForm } from "#app/platform/forms.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { localPath } from "#app/platform/local-path.ts";
import { limited } from "#app/platform/rate-limit.server.ts";
import { PrivacyFields } from "#app/questions/privacy-fields.tsx";
import { listSimilar } from "#app/questions/queries.server.ts";
import { SimilarList } from "#app/questions/similar-list.tsx";
import { OnwardForm } from "#app/ui/onward-form.tsx";

export const loader = async (args: ActionFunctionArgs) => {
	await requireViewer(args);
	return null;
};

/** Of a question on its way, without JavaScript: those that are much like it, as the form offers them with it. */
async function similarTo(
	args: ActionFunctionArgs,
	{ to = "", kind, title = "" }: Record<string, string>,
) {
	const slug = /^\/courses\/([^/]+)\/threads\/new$/.exec(to)?.[1];
	if (kind !== "question" || !slug) return null;
	const { course, by } = await findCourse({
		...args,
		params: { course: slug },
	});
	const similar = await listSimilar(course, by, title);
	return { similar, coursePath: `/courses/${course.slug}` };
}

/** Renders a text as it would be kept. Without JavaScript the page shows it above the form, which goes on from there. */
export async function action(args: ActionFunctionArgs) {
	const viewer = await getViewer(args);
	const form = await readForm(args.request, previewSchema);
	if (!viewer) return signedOut(args, form.values);
	if (!form.ok) return form.failure;
	const staff = await teaches(viewer);
	const retryAfter = await limited("previews", viewer.id, { staff });
	if (retryAfter)
		return failed(form.values, 429, { refusal: "tooFast", retryAfter });
	return attempt(form.values, async () => {
		const { body, flavour } = form.value;
		const html =
			flavour === "lesson"
				? (await renderBlocks(body)).map((block) => block.html).join("")
				: await renderBody(body);
		return {
			ok: true as const,
			html: keepProse(args.context, "preview", html),
			values: form.values,
			similar: await similarTo(args, form.values),
		};
	});
}

export default function Preview() {
	const result = useActionData<typeof action>();
	const { threads } = useWords();
	if (!result) return null;
	const { to = "/", ...values } = result.values;
	// What is ticked is said, and can be thought over, on the last step too.
	const { isPrivate = "", isAnonymous = "", ...question } = values;
	const isQuestion = values.kind === "question";
	return (
		<main id="main" className="narrow">
			<h1>{threads.preview.title}</h1>
			{result.ok && <Prose id="preview" html={result.html} />}
			{result.ok && result.similar && <SimilarList {...result.similar} />}
			<OnwardForm
				action={localPath(to, "/")}
				values={isQuestion ? question : values}
				below={
					isQuestion && <PrivacyFields kept={{ isPrivate, isAnonymous }} />
				}
				draftKey={`preview ${to}`}
				failure={result.ok ? undefined : result}
			/>
		</main>
	);
}
