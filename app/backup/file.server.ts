import { createHash } from "node:crypto";
import { z } from "zod";
import { Lines, notWhole } from "#app/backup/lines.server.ts";

// A backup is one gzip file of lines: the header; for each table its name and columns, its rows as COPY text, `\.` and
// their number; at the end the SHA-256 of everything before.
const FORMAT = 1;
const ROWS_END = "\\.\n";

const header = z.object({
	seminarBackup: z.literal(FORMAT),
	madeAt: z.string(),
	postgres: z.string(),
	migrations: z.array(
		z.object({
			name: z.string(),
			checksum: z.string(),
			isFinished: z.boolean(),
		}),
	),
	/** Sequences and the last number each has given; null: none yet. */
	counters: z.array(
		z.object({
			table: z.string(),
			column: z.string(),
			last: z.int().nullable(),
		}),
	),
});
const table = z.object({ table: z.string(), columns: z.array(z.string()) });
const count = z.object({ rows: z.int() });
const end = z.object({ sha256: z.string() });

export type Header = Omit<z.output<typeof header>, "seminarBackup">;
export type Table = z.output<typeof table>;

/** Rows in COPY format; returns their number. */
export type RowsOf = (table: Table) => AsyncGenerator<Buffer, number>;

export async function* backupBytes(
	known: Header,
	tables: Table[],
	rowsOf: RowsOf,
): AsyncGenerator<Buffer> {
	const hash = createHash("sha256");
	const line = (content: unknown) => `${JSON.stringify(content)}\n`;
	const hashed = (part: Buffer | string) => {
		hash.update(part);
		return Buffer.from(part);
	};
	yield hashed(line({ seminarBackup: FORMAT, ...known }));
	for (const table of tables) {
		yield hashed(line(table));
		const rows = rowsOf(table);
		let next = await rows.next();
		for (; !next.done; next = await rows.next()) yield hashed(next.value);
		yield hashed(ROWS_END + line({ rows: next.value }));
	}
	yield Buffer.from(line({ sha256: hash.digest("hex") }));
}

type Readers = {
	header: (header: Header) => Promise<void>;
	rows: (table: Table, rows: AsyncIterable<Buffer>) => Promise<number>;
};

/** Streams the file. It is known to be whole only when this returns. @throws StartError where it is not */
export async function readBackup(path: string, take: Readers): Promise<void> {
	const lines = new Lines(path);
	try {
		await readLines(lines, path, take);
	} finally {
		await lines.close();
	}
}

async function readLines(lines: Lines, path: string, take: Readers) {
	const next = async <Line>(kind: z.ZodType<Line>): Promise<Line> => {
		const read = kind.safeParse(json(await lines.next()));
		if (read.success) return read.data;
		throw notWhole(path);
	};
	await take.header(await next(header));
	for (;;) {
		const sum = lines.sum();
		const line = await next(z.union([table, end]));
		if ("sha256" in line) {
			if (line.sha256 === sum && (await lines.isOver())) return;
			throw notWhole(path);
		}
		const taken = await take.rows(line, lines.until(ROWS_END));
		const { rows } = await next(count);
		if (rows !== taken) throw notWhole(path);
	}
}

/** @throws StartError where the backup is not whole */
export async function checkBackup(path: string): Promise<Header> {
	let known: Header | undefined;
	await readBackup(path, {
		header: async (header) => {
			known = header;
		},
		rows: async (_, rows) => {
			let count = 0;
			for await (const bytes of rows) count += countRows(bytes);
			return count;
		},
	});
	return known as Header;
}

export function countRows(bytes: Buffer): number {
	let count = 0;
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1))
		count += 1;
	return count;
}

function json(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {}
}
