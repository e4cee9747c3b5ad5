import { wordFrom } from "#app/platform/http/request.server.ts";
import { asLanguage } from "#app/platform/language.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import type { NoteKind, ThreadKind } from "#app/platform/prisma/enums.ts";
import { pictureOf, versionOf } from "#app/sharing/card-pictures.server.ts";
import {
	cardOf,
	replySubject,
	type Subject,
} from "#app/sharing/cards.server.ts";
import {
	courses,
	everybody,
	replies,
	threads,
} from "#app/visibility/relations.server.ts";
import { wordsIn } from "#app/words/words.server.ts";

type Args = { request: Request; params: { course?: string } };

type Course = { id: number; slug: string; title: string };

type Find = (course: Course, key: number) => Promise<Subject | null>;

const FINDERS: Record<string, Find> = {
	async lesson(course, number) {
		const [row] = await sql<{
			title: string;
			place: number | null;
			replies: number;
			notes: number;
		}>`
			SELECT l.title, l.place, t.reply_count AS replies, (
				SELECT count(*)::int FROM pins p
				JOIN blocks b ON b.id = p.block_id AND b.position IS NOT NULL
				JOIN ${threads(everybody)} h ON h.id = p.thread_id
				WHERE p.lesson_id = l.id AND p.unpinned_at IS NULL
			) AS notes
			FROM lessons l JOIN ${threads(everybody)} t ON t.lesson_id = l.id AND t.kind = 'lesson'
			WHERE l.course_id = ${course.id} AND l.number = ${number} AND l.is_shown`;
		return row ? { of: "lesson", course, number, ...row } : null;
	},
	async thread(course, number) {
		const [row] = await sql<{
			title: string;
			kind: ThreadKind;
			replies: number;
		}>`
			SELECT t.title, t.kind, t.reply_count AS replies FROM ${threads(everybody)} t
			WHERE t.course_id = ${course.id} AND t.number = ${number}`;
		return row ? { of: "thread", course, number, ...row } : null;
	},
	async reply(course, id) {
		const [row] = await sql<{
			title: string;
			html: string;
			votes: number;
			note: NoteKind | null;
		}>`
			SELECT t.title, r.html, r.votes, (
				SELECT kind FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL
			) AS note
			FROM ${replies(everybody)} r JOIN ${threads(everybody)} t ON t.id = r.thread_id
			WHERE r.id = ${id} AND t.course_id = ${course.id}`;
		return row ? replySubject(course, { id, ...row }) : null;
	},
	async term(course, id) {
		const [row] = await sql<{ source: string; renderings: string[] }>`
			SELECT source, renderings FROM terms
			WHERE id = ${id} AND course_id = ${course.id} AND removed_at IS NULL`;
		return row ? { of: "term", course, id, ...row } : null;
	},
};

const KEY = /^([a-z]+)-(\d{1,9})$/;

/** Of what not everybody may see, the course's card; of a course that is not shown, the site's. */
async function findSubject(slug: string, key: string): Promise<Subject> {
	const [course] = await sql<Course>`
		SELECT id, slug, title FROM ${courses(everybody)} c WHERE slug = ${slug}`;
	if (!course) return { of: "site" };
	const [, of = "", digits] = KEY.exec(key) ?? [];
	const find = Object.hasOwn(FINDERS, of) ? FINDERS[of] : null;
	const found = await find?.(course, Number(digits));
	return found ?? { of: "course", course };
}

/** A year: its address holds the version. */
const FOR_EVER = "public, max-age=31536000, immutable";
const FOR_NOW = "public, max-age=300";

export async function answerCard({ request, params }: Args): Promise<Response> {
	const { searchParams } = new URL(request.url);
	const subject: Subject = params.course
		? await findSubject(wordFrom(params.course), searchParams.get("of") ?? "")
		: { of: "site" };
	const card = cardOf(
		subject,
		wordsIn(asLanguage(searchParams.get("in")) ?? "zh"),
	);
	const version = versionOf(card);
	const isCurrent = searchParams.get("v") === version;
	const headers = {
		"Cache-Control": isCurrent ? FOR_EVER : FOR_NOW,
		ETag: `"${version}"`,
	};
	if (request.headers.get("If-None-Match")?.includes(headers.ETag))
		return new Response(null, { status: 304, headers });
	const picture = await pictureOf(card);
	return new Response(new Uint8Array(picture), {
		headers: { ...headers, "Content-Type": "image/png" },
	});
}
