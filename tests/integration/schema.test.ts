import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";

/** PostgreSQL's names for Prisma's types. */
const TYPES: Record<string, string> = {
	Int: "int4",
	BigInt: "int8",
	String: "text",
	Boolean: "bool",
	DateTime: "timestamptz",
	Json: "jsonb",
	Role: "role",
	ThreadKind: "thread_kind",
	NoteKind: "note_kind",
	BlockKind: "block_kind",
	QuestionState: "question_state",
	Publication: "publication",
	StaffWordKind: "staff_word",
	TextVisibility: "text_visibility",
	"@db.SmallInt": "int2",
	tsvector: "tsvector",
	"@db.Uuid": "uuid",
	"@db.Date": "date",
	"@db.Json": "json",
	"@db.VarChar(255)": "varchar",
};

/** Tables and columns of prisma/schema.prisma, as "table.column type null?". */
function described(): string[] {
	const schema = readFileSync("prisma/schema.prisma", "utf8");
	const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)];
	const names = new Set(models.map(([, name]) => name));
	return models.flatMap(([, , body = ""]) => {
		const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
		return body.split("\n").flatMap((line) => {
			const [, field, type = "", list, optional] =
				/^ {2}(\w+) +(?:Unsupported\(")?(\w+)(?:"\))?(\[\])?(\?)?/.exec(line) ??
				[];
			if (!field || names.has(type)) return [];
			const column = / @map\("(\w+)"\)/.exec(line)?.[1] ?? field;
			const native = /@db\.(?:Uuid|SmallInt|Date\b|Json\b|VarChar\(\d+\))/.exec(
				line,
			)?.[0];
			const kept = `${list ? "_" : ""}${TYPES[native ?? type]}`;
			return `${table}.${column} ${kept}${optional ? "?" : ""}`;
		});
	});
}

describe("prisma/schema.prisma", () => {
	it("describes the migrated database, column by column", async () => {
		const columns = await sql<{ line: string }>`
			SELECT table_name || '.' || column_name || ' ' || udt_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END AS line
			FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`;
		const lines = columns.map(({ line }) => line).toSorted();
		expect(described().toSorted()).toEqual(lines);
	});

	it("lists the values of every enum", async () => {
		const schema = readFileSync("prisma/schema.prisma", "utf8");
		const enums = [...schema.matchAll(/^enum \w+ \{\n([\s\S]*?)^\}/gm)].map(
			([, body = ""]) => {
				const name = /@@map\("(\w+)"\)/.exec(body)?.[1];
				const values = [...body.matchAll(/^ {2}(\w+)$/gm)].map(([, v]) => v);
				return `${name}: ${values.join(", ")}`;
			},
		);
		const rows = await sql<{ line: string }>`
			SELECT t.typname || ': ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder) AS line
			FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
			WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname`;
		expect(enums.toSorted()).toEqual(rows.map(({ line }) => line).toSorted());
	});
});
