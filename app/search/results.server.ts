import { COUNTED_MAX } from "#app/platform/counted.ts";
import { pagesOf } from "#app/platform/http/request.server.ts";
import type { Piece } from "#app/platform/postgres/db.server.ts";
import {
	FOUND_PER_PAGE,
	type Found,
	find,
	findSynonyms,
	type Where,
} from "#app/search/find.server.ts";
import {
	exactly,
	matching,
	type Others,
	soundingLike,
} from "#app/search/matching.ts";
import type { Query } from "#app/search/query.ts";
import { asWrittenIn, readAs, typedSound } from "#app/search/sounds.ts";
import { fold } from "#app/search/tokens.ts";

/** With fewer, the typed word may be a slip of the input method. */
const FEW = 3;
const READINGS_MAX = 5;
const NONE: Others = new Map();

export async function findResults(
	request: Request,
	where: Where,
	query: Query,
	{ narrowing, page }: { narrowing: Piece[]; page: number },
) {
	const synonyms = await findSynonyms(where, query);
	const look = (page: number, alikes = NONE, instead = NONE) =>
		find(
			where,
			{
				words: matching(query, joined(synonyms, alikes)),
				exact: exactly(query, instead),
			},
			{ narrowing, page },
		);
	let { found, count } = await look(page);
	if (found.length === 0 && page > 1) ({ count } = await look(1));
	const typedCount = count;
	const alikes = count < FEW ? await findAlikes(where, query) : NONE;
	if (alikes.size > 0)
		({ found, count } = await look(page, alikes, count > 0 ? NONE : alikes));
	const pages = pagesOf(request, {
		count: Math.min(count, COUNTED_MAX),
		perPage: FOUND_PER_PAGE,
		page,
	});
	const readings = readingsIn(found, query);
	return {
		...{ found, count, pages },
		synonyms: listed(synonyms),
		alikes: count > 0 ? listed(alikes) : [],
		readings: listed(readings),
		isNoneTyped: typedCount === 0,
		sought: [
			...query.wanted.map(({ text }) => text),
			...[synonyms, alikes, readings]
				.flatMap((more) => [...more.values()])
				.flat(),
		],
	};
}

const joined = (some: Others, more: Others): Others =>
	new Map(
		[...some, ...more].map(([word]) => [
			word,
			[...(some.get(word) ?? []), ...(more.get(word) ?? [])],
		]),
	);

const listed = (others: Others) =>
	[...others]
		.filter(([, those]) => those.length > 0)
		.map(([word, those]) => ({ word, others: those }));

export const titleOf = ({ kind, heading, lesson, thread, words }: Found) =>
	kind === "term"
		? words
		: kind === "block"
			? (heading ?? lesson?.title ?? "")
			: (thread?.title ?? "");

/** By typed word, how a title, heading or term writes what sounds the same: of those alone that the viewer may see. */
async function findAlikes(where: Where, query: Query): Promise<Others> {
	const words = soundingLike(query);
	if (!words) return NONE;
	const asked = { words, exact: words };
	const { found } = await find(where, asked, { narrowing: [], page: 1 });
	const titles = found.map(titleOf);
	return new Map(
		query.wanted.flatMap(({ text }) => {
			const alike = asWrittenIn(titles, fold(text));
			return alike ? [[text, [alike]]] : [];
		}),
	);
}

function readingsIn(found: Found[], { wanted }: Query): Others {
	const titles = found.map(titleOf);
	const typed = wanted.map(({ text }) => fold(text));
	return new Map(
		[...new Set([...typed, typed.join("")])]
			.filter(typedSound)
			.map((text) => [
				text,
				[...new Set(titles.flatMap((title) => readAs(title, text)))].slice(
					0,
					READINGS_MAX,
				),
			]),
	);
}
