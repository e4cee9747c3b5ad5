import { bestPairs, likeness, shinglesOf } from "#app/platform/likeness.ts";

/** From here on a question was reworded: of the words that do not ask, most are in both. */
const ALIKE = 0.6;

/** From here on it may be the same question: staff decide. */
const PERHAPS = 0.3;

const IN_PLACE = 0.01;

const ASKING =
	/为什么|为何|什么|如何|怎么样|怎么|怎样|是否|是不是|能否|能不能|可以|应该|需要|哪些|哪个|多少|我们|你们|[会吗呢呀吧的地得了是在和与及有请你我这那要都也就对把被让]|\b(?:an?|the|is|are|was|were|do|does|did|of|to|in|on|for|and|or|with|by|it|its|this|that|you|your|we|what|why|how|which|who|when|where|should|would|could|can|will|be|as|at|from)\b/giu;

function contentOf(text: string) {
	const content = shinglesOf(text.replace(ASKING, " "), 1);
	return content.hashes.length > 0 ? content : shinglesOf(text, 1);
}

type Asked = { title: string; number: number };

/** What staff decided, by text: the number of a question's thread, or "new". */
export type DecidedQuestions = ReadonlyMap<string, string>;

/** For each text the old question decided for it or with the same text, else the one most alike, or null: a new question. */
export function matchQuestions<Old extends Asked>(
	old: readonly Old[],
	texts: readonly string[],
	decided: DecidedQuestions = new Map(),
): (Old | null)[] {
	const { matched, alike } = pairsOf(old, texts, decided);
	for (const { place, question, points } of alike)
		if (points >= ALIKE) matched[place] = question;
	return matched;
}

/** The texts that may be an old question, whatever was decided, and those they can be. */
export function doubtfulQuestions<Old extends Asked>(
	old: readonly Old[],
	texts: readonly string[],
): { text: string; likely: Old; others: Old[] }[] {
	const { alike } = pairsOf(old, texts, new Map());
	const certain = matchQuestions(old, texts);
	const others = old.filter((question) => !certain.includes(question));
	return alike
		.filter(({ points }) => points < ALIKE)
		.toSorted((a, b) => a.place - b.place)
		.map(({ place, question: likely }) => ({
			...{ text: texts[place] ?? "", likely, others },
		}));
}

function pairsOf<Old extends Asked>(
	old: readonly Old[],
	texts: readonly string[],
	decided: DecidedQuestions,
) {
	const left = new Set(old);
	const take = (isIt: (question: Old) => boolean) => {
		const found = [...left].find(isIt) ?? null;
		if (found) left.delete(found);
		return found;
	};
	const chosen = texts.map((text) =>
		take(({ number }) => decided.get(text) === String(number)),
	);
	const matched = texts.map(
		(text, place) => chosen[place] ?? take(({ title }) => title === text),
	);
	const pairs = bestPairs(
		old.flatMap((question, place) =>
			left.has(question)
				? { question, place, content: contentOf(question.title) }
				: [],
		),
		texts.flatMap((text, place) =>
			matched[place] || decided.get(text) === "new"
				? []
				: { place, content: contentOf(text) },
		),
		(was, now) => {
			const alike = likeness(was.content, now.content);
			if (alike < PERHAPS) return 0;
			return alike + (was.place === now.place ? IN_PLACE : 0);
		},
	);
	const alike = [...pairs].map(([{ place }, { old, score }]) => ({
		...{ place, question: old.question, points: score },
	}));
	return { matched, alike };
}
