import { beforeEach, describe, expect, it, vi } from "vitest";
import {
	db,
	pool,
	sql,
	transaction,
	withPrisma,
} from "#app/platform/postgres/db.server.ts";
import { Unavailable } from "#app/platform/unavailable.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	makeLesson,
	makeReply,
	type Person,
	somebody,
	useCast,
} from "#tests/support/cast.ts";
import { bringIn } from "#tests/support/documents.ts";

const cast = useCast();
let reply: { id: number };
let voter: Person;

beforeEach(async () => {
	await sql`DELETE FROM rate_limits`;
	const { threadId } = await makeLesson(cast.course);
	reply = await makeReply(cast.course, threadId, cast.learner);
	voter = await somebody(1);
});

const vote = () =>
	voteReply(reply.id, { by: voter, course: cast.course, voted: true });

/** What the types keep out of the code. */
const raw = (db: unknown) =>
	db as {
		$executeRawUnsafe(text: string): Promise<number>;
		$transaction(work: () => Promise<void>): Promise<void>;
	};

/** Ends the one connection of this database that waits for a lock, as soon as there is one. */
const endWaiting = () =>
	vi.waitFor(async () => {
		const ended = await sql`
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND wait_event_type = 'Lock'`;
		expect(ended).toHaveLength(1);
	}, 20_000);

describe("a lost connection", () => {
	it("fails only its own transaction, even one that waits for a lock", async () => {
		await transaction(async (held) => {
			await held`SELECT 1 FROM replies WHERE id = ${reply.id} FOR UPDATE`;
			const voted = vote().catch((error) => error);
			const others = sql`SELECT pg_sleep(0.3)`;
			await endWaiting();
			expect(await voted).toBeInstanceOf(Unavailable);
			expect(await voted).toMatchObject({ reason: "database" });
			expect(await others).toHaveLength(1);
		});
		expect(await vote()).toBe(1);
	});

	it("between two statements of its transaction fails the second", async () => {
		const failed = transaction(async (held) => {
			const [own] = await held<{ pid: number }>`
				INSERT INTO rate_limits (key) VALUES ('lost') RETURNING pg_backend_pid() AS pid`;
			await sql`SELECT pg_terminate_backend(${own?.pid})`;
			await vi.waitFor(async () =>
				expect(
					await sql`SELECT 1 FROM pg_stat_activity WHERE pid = ${own?.pid}`,
				).toEqual([]),
			);
			await held`SELECT 1`;
		});
		await expect(failed).rejects.toBeInstanceOf(Unavailable);
		expect(await sql`SELECT 1 FROM rate_limits`).toEqual([]);
	});

	it("is replaced if nobody uses it", async () => {
		await Promise.all(Array.from({ length: 5 }, () => sql`SELECT 1`));
		const client = await pool.connect();
		await client.query(`
			SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid()`);
		client.release();
		await vi.waitFor(() => expect(pool.totalCount).toBe(1));
		expect(await sql`SELECT 1 AS one`).toEqual([{ one: 1 }]);
	});
});

describe("a temporary refusal by the database", () => {
	it.each(["55P03", "57014", "53100", "53300", "25006"])(
		"is Unavailable, for every way to ask: %s",
		async (code) => {
			const text = `DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`;
			const ways = [
				() => pool.query(text),
				() => raw(db).$executeRawUnsafe(text),
				() =>
					transaction((held) =>
						withPrisma(held, (db) => raw(db).$executeRawUnsafe(text)),
					),
				async () => {
					const client = await pool.connect();
					await client.query(text).finally(() => client.release());
				},
			];
			for (const ask of ways)
				await expect(ask()).rejects.toMatchObject({
					name: "Unavailable",
					reason: "database",
				});
		},
	);

	it("is different from a bug", async () => {
		await expect(pool.query("SELECT nonsense")).rejects.toMatchObject({
			code: "42703",
		});
	});
});

describe("Prisma", () => {
	const key = "written";

	it("writes in the transaction of the given sql, on its connection", async () => {
		const failed = transaction(async (held) => {
			await held`INSERT INTO rate_limits (key) VALUES (${key})`;
			await withPrisma(held, async (db) => {
				await db.rateLimit.update({ where: { key }, data: { points: 1 } });
				await db.rateLimit.create({ data: { key: "second" } });
			});
			expect(
				await held`SELECT key, points FROM rate_limits ORDER BY key`,
			).toEqual([
				{ key: "second", points: 0 },
				{ key, points: 1 },
			]);
			expect(await db.rateLimit.count()).toBe(0);
			throw new Error("taken back");
		});
		await expect(failed).rejects.toThrow("taken back");
		expect(await db.rateLimit.count()).toBe(0);
	});

	it("leaves the end of the transaction to it, also where its own work failed", async () => {
		const failed = transaction(async (held) => {
			await held`INSERT INTO rate_limits (key) VALUES (${key})`;
			await withPrisma(held, () => Promise.reject(new Error("no"))).catch(
				() => {},
			);
			await withPrisma(held, (db) => db.rateLimit.create({ data: { key } }));
		});
		await expect(failed).rejects.toMatchObject({ code: "P2002" });
		expect(await db.rateLimit.count()).toBe(0);
		await transaction((held) =>
			withPrisma(held, (db) => db.rateLimit.create({ data: { key } })),
		);
		expect(await db.rateLimit.count()).toBe(1);
	});

	it("has the transaction done again after a conflict", async () => {
		let runs = 0;
		await transaction((held) =>
			withPrisma(held, async (db) => {
				runs += 1;
				await db.rateLimit.create({ data: { key } });
				if (runs === 1)
					await raw(db).$executeRawUnsafe(
						"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$",
					);
			}),
		);
		expect(runs).toBe(2);
		expect(await db.rateLimit.count()).toBe(1);
	});

	it("opens no transaction of its own", async () => {
		expect(() => withPrisma(sql, async () => {})).toThrow(
			"Prisma needs the sql of a transaction",
		);
		await expect(raw(db).$transaction(async () => {})).rejects.toThrow(
			"Prisma writes within a transaction only",
		);
	});
});

describe("two deadlocked transactions", () => {
	it("both succeed: the one that PostgreSQL ends runs once more", async () => {
		await sql`INSERT INTO rate_limits (key) VALUES ('one'), ('other')`;
		const runs: string[] = [];
		let met = 0;
		let bothCame: () => void;
		const both = new Promise<void>((resolve) => {
			bothCame = resolve;
		});
		const crossing = (first: string, second: string) =>
			transaction(async (held) => {
				runs.push(first);
				await held`UPDATE rate_limits SET points = points + 1 WHERE key = ${first}`;
				met += 1;
				if (met === 2) bothCame();
				await both;
				await held`UPDATE rate_limits SET points = points + 1 WHERE key = ${second}`;
			});
		await Promise.all([crossing("one", "other"), crossing("other", "one")]);
		expect(runs).toHaveLength(3);
		expect(await sql`SELECT points FROM rate_limits`).toEqual([
			{ points: 2 },
			{ points: 2 },
		]);
	});

	it("change nothing twice: an import that ran again reports once", async () => {
		for (const _ of "两次")
			await makeLesson(cast.course, { title: "从词元到句子" });
		// A sequence does not give back what a rolled-back transaction took.
		await pool.query(`
			CREATE SEQUENCE tries;
			CREATE FUNCTION refuse_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				IF nextval('tries') = 1 THEN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END IF;
				RETURN NULL;
			END $$;
			CREATE TRIGGER refuse_first AFTER INSERT ON imports FOR EACH ROW EXECUTE FUNCTION refuse_first()`);
		const report = await bringIn();
		const [tries] = await sql`SELECT last_value::int AS runs FROM tries`;
		await pool.query(
			"DROP TRIGGER refuse_first ON imports; DROP FUNCTION refuse_first; DROP SEQUENCE tries",
		);
		expect(tries).toEqual({ runs: 2 });
		expect(report?.problems).toHaveLength(1);
	});

	it("fail as Unavailable if it happens twice", async () => {
		let runs = 0;
		const conflict = transaction(async (held) => {
			runs += 1;
			await held`SELECT 1`;
			await pool.query(
				"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '40001'; END $$",
			);
		});
		await expect(conflict).rejects.toBeInstanceOf(Unavailable);
		expect(runs).toBe(2);
	});
});
