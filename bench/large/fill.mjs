import { readFileSync } from "node:fs";
import pg from "pg";
import { chinese, randomFrom, WORDS } from "../chinese.mjs";
import { titleTokens } from "../crowd.mjs";

/** The numbers of rows of the large set and of the small one: the same shape, a hundredth of the size. */
const LARGE = {
	people: 50_000,
	staff: 300,
	courses: 21,
	lessons: 500,
	terms: 200,
	pins: 3000,
	threads: 100_000,
	big_threads: 60_000,
	big_questions: 24_000,
	long: 100_000,
	check_ins: 10_000,
	/** The id of the account with a fiftieth of all replies. */
	heavy: 1000,
};
/** These stay the same, so that a page is full. */
const SMALL = {
	people: 500,
	staff: 50,
	courses: 6,
	lessons: 50,
	terms: 200,
	pins: 300,
	threads: 1000,
	big_threads: 600,
	big_questions: 240,
	long: 1000,
	check_ins: 110,
	heavy: 100,
};
export const SIZES = { large: LARGE, small: SMALL };
const SEED = 20_261_129;
const TEXTS = 4000;
const TITLES = 3000;

const STEPS = ["people", "lessons", "threads", "replies", "notes", "counters"];

/** A number from 0 to `m` - 1, and texts: always the same for the same `i` and `salt`. */
const FUNCTIONS = `
CREATE FUNCTION pg_temp.h(i bigint, salt bigint, m bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
	RETURN (hashint8extended(i, salt) & 9223372036854775807) % m;
CREATE FUNCTION pg_temp.text(i bigint, salt bigint) RETURNS text LANGUAGE sql STABLE
	AS $$ SELECT substr(text, 1 + pg_temp.h(i, salt + 100, 24)::int) FROM texts WHERE id = pg_temp.h(i, salt, ${TEXTS}) $$;
CREATE FUNCTION pg_temp.title(i bigint, salt bigint) RETURNS text LANGUAGE sql STABLE
	AS $$ SELECT string_agg(text, '，' ORDER BY id) FROM titles WHERE id IN (pg_temp.h(i, salt, ${TITLES}), pg_temp.h(i, salt + 100, ${TITLES})) $$;
CREATE FUNCTION pg_temp.tokens(i bigint, salt bigint) RETURNS text LANGUAGE sql STABLE
	AS $$ SELECT string_agg(tokens, ' ') FROM titles WHERE id IN (pg_temp.h(i, salt, ${TITLES}), pg_temp.h(i, salt + 100, ${TITLES})) $$;
CREATE FUNCTION pg_temp.name(i bigint) RETURNS text LANGUAGE sql STABLE
	AS $$ SELECT left(text, 3) || i FROM titles WHERE id = pg_temp.h(i, 99, ${TITLES}) $$;
`;

/**
 * Fills an empty, migrated database by SQL.
 * @param {pg.ClientConfig} database of a superuser: foreign keys are not checked while the rows go in
 * @param {typeof LARGE} size @param {(line: string) => void} say
 */
export async function putLargeSet(database, size, say) {
	const client = new pg.Client(database);
	await client.connect();
	await client.query(
		"SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB'; SET plan_cache_mode = auto; SET jit = off",
	);
	const renderer = await rendererOf();
	const numbers = { ...size, renderer };
	await client.query(
		`CREATE TEMP TABLE size AS SELECT ${Object.entries(numbers)
			.map(([name, number]) => `${number} AS ${name}`)
			.join(", ")}`,
	);
	const random = randomFrom(SEED);
	await fill(client, "texts (id int PRIMARY KEY, text text)", TEXTS, (id) => ({
		id,
		text: chinese(random, 74, 600),
	}));
	await fill(
		client,
		"titles (id int PRIMARY KEY, text text, tokens text)",
		TITLES,
		(id) => {
			const text = chinese(random, 6, 13).slice(0, -1);
			return { id, text, tokens: titleTokens(text) };
		},
	);
	const words = [...new Set(WORDS)].filter((word) => word.length > 1);
	// There are more terms than words, so terms are pairs of words.
	const all = [...words, ...words.map((word, i) => word + words[i + 1])];
	await fill(client, "words (i int, word text)", size.terms, (id) => ({
		i: id + 1,
		word: all[id],
	}));
	await client.query(FUNCTIONS);
	for (const step of STEPS) {
		say(`  ${step} …`);
		const indexes = step === "replies" ? await dropIndexes(client) : [];
		const file = new URL(`./${step}.sql`, import.meta.url);
		await client.query(readFileSync(file, "utf8"));
		for (const { definition } of indexes) await client.query(definition);
	}
	const { rows } = await client.query(
		"SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> '' AND a.attname = 'id' WHERE c.relkind = 'r'",
	);
	for (const { name } of rows)
		await client.query(
			`SELECT setval(pg_get_serial_sequence('${name}', 'id'), coalesce(max(id), 0) + 1, false) FROM ${name}`,
		);
	say("  vacuum …");
	await client.query("VACUUM (ANALYZE, FREEZE)");
	await client.end();
}

/** Rows go in several times as fast without indexes; the caller makes them again. @param {pg.Client} client */
async function dropIndexes(client) {
	const { rows } = await client.query(`
		SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
		FROM pg_index i WHERE i.indrelid IN ('replies'::regclass, 'reply_votes'::regclass, 'thread_votes'::regclass)
			AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = i.indexrelid)`);
	for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
	return rows;
}

/** @param {pg.Client} client @param {string} table @param {number} count @param {(id: number) => object} row */
async function fill(client, table, count, row) {
	await client.query(`CREATE TEMP TABLE ${table}`);
	const [name = ""] = table.split(" ");
	const rows = JSON.stringify(
		Array.from({ length: count }, (_, id) => row(id)),
	);
	await client.query(
		`INSERT INTO ${name} SELECT * FROM jsonb_populate_recordset(NULL::${name}, $1)`,
		[rows],
	);
	await client.query(`ANALYZE ${name}`);
}

/** The renderer version of the texts, so that none is rendered again. */
async function rendererOf() {
	const file = new URL("../../app/markdown/render.server.ts", import.meta.url);
	return Number(
		/RENDERER_VERSION = (\d+)/.exec(readFileSync(file, "utf8"))?.[1],
	);
}
