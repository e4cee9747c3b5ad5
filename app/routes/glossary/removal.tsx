import { removeTerm, restoreTerm } from "#app/glossary/commands.server.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { termVerb } from "#app/glossary/verb.server.ts";
import { removalSchema } from "#app/platform/forms/fields.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

const verb = termVerb({
	schema: removalSchema,
	can: ({ by }) => canEditGlossary(by),
	act: ({ by, course, term }, { removed }) =>
		removed
			? removeTerm(term, { by, course })
			: restoreTerm(term, { by, course }),
});

export const loader = verb.loader;
export const action = verb.action;

export { clientAction } from "#app/ui/without-answer.ts";

export default function TermRemoval() {
	const { glossary } = useRareWords();
	return <VerbPage backTo={glossary.title} />;
}
