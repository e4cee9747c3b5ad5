import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { editTerm } from "#app/glossary/commands.server.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { findTerm } from "#app/glossary/queries.server.ts";
import { termSchema } from "#app/glossary/schema.ts";
import { TermForm } from "#app/glossary/term-form.tsx";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, term } = await findTerm(args);
	if (!canEditGlossary(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ glossary }) => glossary.editTitle,
			course.title,
		),
		term,
		slug: course.slug,
	};
}

export const action = formAction({
	find: findTerm,
	can: ({ by }) => canEditGlossary(by),
	schema: termSchema,
	limit: counting(EDITS),
	async act({ by, course, term }, { words, version }) {
		await editTerm(term, { by, course, words, version });
		return redirect(`${paths.glossary(course.slug)}#term-${term.id}`);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditTerm() {
	const { term, slug } = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { glossary } = useRareWords();
	const back = paths.glossary(slug);
	return (
		<Page from={[back, glossary.title]} title={glossary.editTitle}>
			{term.isRemoved ? (
				<p>{glossary.isRemoved(term.renderings[0] ?? "")}</p>
			) : (
				<TermForm
					term={term}
					action={paths.editTerm(slug, term.id)}
					back={back}
					failure={result && !result.ok ? result : undefined}
				/>
			)}
			<ActForm
				action={paths.termRemoval(slug, term.id)}
				className="take-out mt-20 grid justify-items-start gap-5 border-t border-rule pt-14"
			>
				<input type="hidden" name="removed" value={String(!term.isRemoved)} />
				<button type="submit" className="button quiet">
					{term.isRemoved ? glossary.restore : glossary.remove}
				</button>
				{!term.isRemoved && <p className="hint">{glossary.removeHint}</p>}
			</ActForm>
		</Page>
	);
}
