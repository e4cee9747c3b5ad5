import { bestPairs, likeness, shinglesOf } from "#app/platform/likeness.ts";

/** From here on a question was reworded: of the words that do not ask, most are in both. */
const ALIKE = 0.6;

const IN_PLACE = 0.01;

const ASKING =
	/为什么|为何|什么|如何|怎么样|怎么|怎样|是否|是不是|能否|能不能|可以|应该|需要|哪些|哪个|多少|我们|你们|[会吗呢呀吧的地得了是在和与及有请你我这那要都也就对把被让]|\b(?:an?|the|is|are|was|were|do|does|did|of|to|in|on|for|and|or|with|by|it|its|this|that|you|your|we|what|why|how|which|who|when|where|should|would|could|can|will|be|as|at|from)\b/giu;

function contentOf(text: string) {
	const content = shinglesOf(text.replace(ASKING, " "), 1);
	return content.hashes.length > 0 ? content : shinglesOf(text, 1);
}

/** For each text the old question with the same text, else the one most alike, or null: a new question. */
export function matchQuestions<Old extends { title: string }>(
	old: readonly Old[],
	texts: readonly string[],
): (Old | null)[] {
	const left = new Set(old);
	const matched = texts.map((text) => {
		const same = [...left].find(({ title }) => title === text) ?? null;
		if (same) left.delete(same);
		return same;
	});
	const reworded = bestPairs(
		old.flatMap((question, place) =>
			left.has(question)
				? { question, place, content: contentOf(question.title) }
				: [],
		),
		texts.flatMap((text, place) =>
			matched[place] ? [] : { place, content: contentOf(text) },
		),
		(was, now) => {
			const alike = likeness(was.content, now.content);
			if (alike < ALIKE) return 0;
			return alike + (was.place === now.place ? IN_PLACE : 0);
		},
	);
	for (const [{ place }, { old }] of reworded) matched[place] = old.question;
	return matched;
}
