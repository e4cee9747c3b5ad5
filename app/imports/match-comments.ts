import { bestPairs, likeness, shinglesOf } from "#app/platform/likeness.ts";

type Comment = { nickname: string; date: string | null; text: string };
type Known = Comment & { left: boolean };

/** From here on two wordings of one person are one comment that was edited. */
const ALIKE = 0.3;

/** Of more comments by one name only equal ones are found. */
const PAIRS_MAX = 1_000_000;

const dayOf = ({ nickname, date }: Comment) => JSON.stringify([nickname, date]);

function groups<Item>(items: Iterable<Item>, key: (item: Item) => string) {
	const found = new Map<string, Item[]>();
	for (const item of items) {
		const group = found.get(key(item));
		if (group) group.push(item);
		else found.set(key(item), [item]);
	}
	return found;
}

/**
 * For each comment of the document the reply that it is, or null: the one with its name, date and text; else with its
 * name and text; else of its name and with an alike text, first of its date; else of its name, date and running number
 * among those left. `old` in the order of their source.
 */
export function matchComments<Old extends Known>(
	old: readonly Old[],
	comments: readonly Comment[],
): (Old | null)[] {
	const found = new Map<Comment, Old>();
	const free = new Set(old.toSorted((a, b) => Number(a.left) - Number(b.left)));
	const take = (comment: Comment, was: Old | undefined) => {
		if (!was) return;
		found.set(comment, was);
		free.delete(was);
	};
	const open = () => comments.filter((comment) => !found.has(comment));

	const takeSame = (key: (comment: Comment) => string) => {
		const same = groups(free, key);
		for (const comment of open())
			take(comment, same.get(key(comment))?.shift());
	};
	takeSame((comment) => JSON.stringify([dayOf(comment), comment.text]));
	takeSame(({ nickname, text }) => JSON.stringify([nickname, text]));

	const read = <Item extends Comment>(item: Item) => ({
		item,
		shingles: shinglesOf(item.text, 2),
	});
	const byName = groups(free, ({ nickname }) => nickname);
	for (const [nickname, edited] of groups(open(), ({ nickname }) => nickname)) {
		const own = byName.get(nickname) ?? [];
		if (own.length * edited.length > PAIRS_MAX) continue;
		const pairs = bestPairs(own.map(read), edited.map(read), (one, other) => {
			const points = likeness(one.shingles, other.shingles);
			const sameDay = one.item.date === other.item.date;
			return points < ALIKE ? 0 : points + Number(sameDay);
		});
		for (const [{ item }, { old }] of pairs) take(item, old.item);
	}

	const present = [...free].filter(({ left }) => !left);
	const byDay = groups(present, dayOf);
	for (const [day, rest] of groups(open(), dayOf))
		for (const [i, comment] of rest.entries())
			take(comment, byDay.get(day)?.[i]);
	return comments.map((comment) => found.get(comment) ?? null);
}
