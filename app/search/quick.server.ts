import type { LoaderFunctionArgs } from "@remix-run/node";
import { readerOf } from "#app/accounts/reader.server.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { renderShort } from "#app/markdown/short.server.ts";
import { fragment } from "#app/platform/postgres/db.server.ts";
import { type Found, find, type Where } from "#app/search/find.server.ts";
import { exactly, namesBeginning } from "#app/search/matching.ts";
import { addressOf, kindOf } from "#app/search/page.server.ts";
import { QUERY_MAX, readQuery } from "#app/search/query.ts";
import { titleOf } from "#app/search/results.server.ts";
import type { Named } from "#app/ui/late/quick-find.tsx";
import type { Words } from "#app/words/zh.ts";

const SHOWN = 8;

const NAMES = fragment(`(s.kind IN ('thread', 'term')
	OR s.kind = 'block' AND (SELECT b.kind = 'heading' FROM blocks b WHERE b.id = s.id))`);

/** The first few lessons, headings, discussions and terms whose names have the words typed so far. */
export async function findNames(
	args: LoaderFunctionArgs,
	where: Where,
): Promise<Named[]> {
	const { searchParams } = new URL(args.request.url);
	const query = readQuery((searchParams.get("q") ?? "").slice(0, QUERY_MAX));
	const words = namesBeginning(query);
	if (!words) return [];
	const asked = { words, exact: exactly(query, new Map()) };
	const further = { narrowing: [NAMES], page: 1 };
	const { found } = await find(where, asked, further);
	const reader = await readerOf(args);
	const named = (one: Found) => nameOf(one, reader.words, where);
	return Promise.all(found.slice(0, SHOWN).map(named));
}

async function nameOf(
	one: Found,
	words: Words,
	{ course }: Where,
): Promise<Named> {
	const { kind, lesson, courseTitle } = one;
	return {
		href: addressOf(one),
		kind: kindOf(one, words),
		title: plainText(await renderShort(titleOf(one))),
		place: [
			...(kind === "block" && lesson ? [lesson.title] : []),
			...(course ? [] : [courseTitle]),
		],
	};
}
