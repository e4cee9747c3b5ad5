import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { addTerm } from "#app/glossary/commands.server.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { termSchema } from "#app/glossary/schema.ts";
import { TermForm } from "#app/glossary/term-form.tsx";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canEditGlossary(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ glossary }) => glossary.add,
			course.title,
		),
		slug: course.slug,
	};
}

export const action = formAction({
	find: findCourse,
	can: ({ by }) => canEditGlossary(by),
	schema: termSchema,
	limit: counting(EDITS),
	async act({ by, course }, { words }) {
		await addTerm({ by, course, words });
		return redirect(paths.glossary(course.slug));
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function NewTerm() {
	const { slug } = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { glossary } = useRareWords();
	return (
		<Page title={glossary.add}>
			<TermForm
				term={null}
				action={paths.glossary.new(slug)}
				back={paths.glossary(slug)}
				failure={result && !result.ok ? result : undefined}
			/>
		</Page>
	);
}
