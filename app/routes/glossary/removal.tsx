import "#app/words/rare-words.ts";
import { removeTerm, restoreTerm } from "#app/glossary/commands.server.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { termVerb } from "#app/glossary/verb.server.ts";
import { removalSchema } from "#app/platform/fields.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { useWords } from "#app/words/reader.tsx";

const verb = termVerb({
	schema: removalSchema,
	can: ({ by }) => canEditGlossary(by),
	act: ({ course, term }, { removed }) =>
		removed ? removeTerm(term, { course }) : restoreTerm(term, { course }),
});

export const loader = verb.loader;
export const action = verb.action;

export default function TermRemoval() {
	const { glossary } = useWords();
	return <VerbPage backTo={glossary.title} />;
}
