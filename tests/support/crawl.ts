import { sql } from "#app/platform/postgres/db.server.ts";
import { send } from "#tests/support/http.ts";
import { fill, listPages, listRoutes } from "#tests/support/site-map.ts";

/** Words of each kind of secret; the page repeats them, so no mark stands whole among them. */
const SEARCHED = [
	...["private", "closed", "held", "mark", "记号", "悄悄问", "不具名", "改过"],
	...["单独成问", "扣留", "先写者"],
].map((word) => `?q=${encodeURIComponent(word)}`);

/** Search parameters of pages of the course "course", with `NAME` for each id of that name. */
const QUERIES: Record<string, string[]> = {
	"/courses/:course/lessons/:number": ["?sort=newest"],
	"/courses/:course/questions": [
		...["?filter=waiting", "?filter=unanswered", "?filter=follow_up"],
		...["?filter=mine", "?lesson=1", "?lesson=1&block=BLOCK", "?page=2"],
		"?order=place",
	],
	"/courses/:course/search": SEARCHED,
	"/courses/:course/share": ["?of=reply-REPLY"],
	"/courses/:course/search/quick": SEARCHED,
	"/search": SEARCHED,
	"/search/quick": SEARCHED,
	"/courses/:course/threads": [
		...["?kind=question", "?kind=thinking", "?kind=lesson", "?lesson=1"],
	],
	"/courses/:course/threads/new": ["?kind=question&lesson=1&block=BLOCK"],
	"/courses/:course/threads/:number": [
		...["?under=REPLY", "?page=2", "?sort=newest", "?sort=oldest"],
		...["?sort=source", "?by=staff"],
	],
	"/courses/:course/threads/:number/replies": ["?parent=REPLY"],
	"/notifications": ["?before=99999"],
	"/sitemap.xml": ["?part=1"],
};

const column = async (rows: Promise<{ value: unknown }[]>) =>
	(await rows).map(({ value }) => String(value));

/** Values from the database for the addresses. */
async function findValues() {
	const [
		handles,
		threads,
		replies,
		lessons,
		terms,
		saved,
		blocks,
		news,
		imports,
		under,
	] = await Promise.all([
		column(sql`SELECT handle AS value FROM users ORDER BY id`),
		column(sql`SELECT number AS value FROM threads ORDER BY id`),
		column(sql`SELECT id AS value FROM replies ORDER BY id`),
		column(sql`SELECT number AS value FROM lessons ORDER BY id`),
		column(sql`SELECT id AS value FROM terms ORDER BY id`),
		column(sql`SELECT id AS value FROM saved_replies ORDER BY id`),
		column(sql`SELECT id AS value FROM blocks ORDER BY id`),
		column(sql`SELECT id AS value FROM notifications ORDER BY id`),
		column(sql`SELECT id AS value FROM imports ORDER BY id`),
		sql<{ id: number; thread: number }>`
			SELECT r.id, t.number AS thread FROM replies r JOIN threads t ON t.id = r.thread_id ORDER BY r.id`,
	]);
	// A reply is sought in its own thread, and in one where most do not belong.
	const repliesAt = (thread: string | undefined) =>
		thread === undefined || thread === threads[0]
			? replies
			: under.flatMap(({ id, thread: own }) =>
					String(own) === thread ? String(id) : [],
				);
	return {
		ids: {
			"people/:handle": handles,
			"courses/:course": ["course"],
			"lessons/:number": lessons,
			"threads/:number": threads,
			"replies/:id": replies,
			"glossary/:id": terms,
			"saved-replies/:id": saved,
			"notifications/:id": news,
			"imports/:id": imports,
		},
		namesAt: (thread: string | undefined) => ({
			REPLY: repliesAt(thread),
			BLOCK: blocks,
		}),
	};
}

/**
 * Every address of the site for all that the database holds: as a page, as its data, and as its route's data alone.
 *  `more`: further queries of routes; `forms`: those of the page that all verbs share.
 */
export async function listAddresses(more: Record<string, string[]>) {
	const { ids, namesAt } = await findValues();
	const verbs = new Set(
		listPages().flatMap(({ path, isVerb }) => (isVerb ? path : [])),
	);
	const [pages, forms]: [string[], string[]] = [[], []];
	for (const { path, file } of await listRoutes()) {
		const addresses = verbs.has(path) ? forms : pages;
		let filled: Record<string, string>[] = [{}];
		for (const [name, values] of Object.entries(ids))
			if (`${path}/`.includes(`${name}/`))
				filled = filled.flatMap((one) =>
					values.map((value) => ({ ...one, [name]: value })),
				);
		const queries = ["", ...(QUERIES[path] ?? []), ...(more[path] ?? [])];
		for (const values of filled) {
			const names = namesAt(values["threads/:number"]);
			for (const query of queries.flatMap((query) => spread(query, names)))
				addresses.push(
					...formsOf(fill(path, values).path, query, file.slice(0, -4)),
				);
		}
	}
	return { pages, forms };
}

/** Repeats a query for each id of its name. */
function spread(query: string, names: Record<string, string[]>): string[] {
	for (const [name, values] of Object.entries(names))
		if (query.includes(name))
			return values.map((value) => query.replace(name, value));
	return [query];
}

function formsOf(path: string, query: string, file: string): string[] {
	const data = `${path === "/" ? "/_root" : path}.data${query}`;
	const id = `routes/${file.replace(/^routes\//, "").replace(/\.$/, "")}`;
	return [
		path + query,
		data,
		`${data}${query ? "&" : "?"}_routes=${encodeURIComponent(id)}`,
	];
}

const AT_ONCE = 8;

/** Everything that a browser with this cookie can see: headers and text of every address. */
export async function crawl(
	site: { url: string },
	addresses: string[],
	cookie: string,
): Promise<Map<string, string>> {
	const seen = new Map<string, string>();
	const headers = { "Accept-Encoding": "gzip", ...(cookie && { cookie }) };
	const left = [...addresses];
	const work = async () => {
		for (let path = left.shift(); path !== undefined; path = left.shift()) {
			const got = await send(site, path, { headers });
			if (got.status >= 500) throw new Error(`${path} fails: ${got.status}`);
			seen.set(path, JSON.stringify(got.headers) + got.text);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	return seen;
}
