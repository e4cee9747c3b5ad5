import * as paths from "#app/paths.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import { element, textElement, XML_HEAD } from "#app/sharing/xml.ts";
import {
	courses,
	everybody,
	threads,
} from "#app/visibility/relations.server.ts";

// A part holds the courses, lessons and threads of a thousand ids: read in a moment, and far below the 50,000 addresses
// that sitemaps.org allows a file.
const IDS_A_PART = 1000;

const NAMESPACE = { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9" };

type Place = { path: string; changedAt?: Date | null };

const placed = (name: string, { path, changedAt }: Place) =>
	element(
		name,
		{},
		textElement("loc", absolute(path)) +
			(changedAt ? textElement("lastmod", changedAt.toISOString()) : ""),
	);

async function countParts(): Promise<number> {
	const [last] = await sql<{ id: number | null }>`
		SELECT greatest((SELECT max(id) FROM courses), (SELECT max(id) FROM lessons), (SELECT max(id) FROM ${threads(everybody)} t)) AS id`;
	return Math.max(1, Math.ceil((last?.id ?? 0) / IDS_A_PART));
}

/** Only what everybody may see. A lesson's page shows its discussion, so that has no line of its own. */
async function listPlaces(part: number): Promise<Place[]> {
	const [after, upTo] = [(part - 1) * IDS_A_PART, part * IDS_A_PART];
	const [ofCourses, ofLessons, ofThreads] = await Promise.all([
		sql<{ slug: string }>`
			SELECT slug FROM ${courses(everybody)} c WHERE id > ${after} AND id <= ${upTo} ORDER BY id`,
		sql<{ slug: string; number: number; changedAt: Date }>`
			SELECT c.slug, l.number, greatest(l.updated_at, t.last_activity_at) AS "changedAt" FROM lessons l
			JOIN ${courses(everybody)} c ON c.id = l.course_id
			JOIN ${threads(everybody)} t ON t.lesson_id = l.id AND t.kind = 'lesson'
			WHERE l.is_shown AND l.id > ${after} AND l.id <= ${upTo} ORDER BY l.id`,
		sql<{ slug: string; number: number; changedAt: Date }>`
			SELECT c.slug, t.number, greatest(t.last_activity_at, t.edited_at) AS "changedAt" FROM ${threads(everybody)} t
			JOIN ${courses(everybody)} c ON c.id = t.course_id
			WHERE t.kind <> 'lesson' AND t.id > ${after} AND t.id <= ${upTo} ORDER BY t.id`,
	]);
	return [
		...(part === 1 ? [{ path: paths.home }] : []),
		...ofCourses.flatMap(({ slug }) => [
			{ path: paths.course(slug) },
			{ path: paths.glossary(slug) },
		]),
		...ofLessons.map(({ slug, number, changedAt }) => ({
			path: paths.lesson(slug, number),
			changedAt,
		})),
		...ofThreads.map(({ slug, number, changedAt }) => ({
			path: paths.thread(slug, number),
			changedAt,
		})),
	];
}

/** The whole map or, of a site with several parts, their list; `part` is one of them. Null: there is no such part. */
export async function siteMap(part: number | null): Promise<string | null> {
	const parts = await countParts();
	if (part !== null && (part < 1 || part > parts)) return null;
	if (part === null && parts > 1) {
		const list = Array.from({ length: parts }, (_, i) =>
			placed("sitemap", { path: `${paths.siteMap}?part=${i + 1}` }),
		);
		return XML_HEAD + element("sitemapindex", NAMESPACE, list.join("\n"));
	}
	const places = await listPlaces(part ?? 1);
	const lines = places.map((place) => placed("url", place));
	return XML_HEAD + element("urlset", NAMESPACE, lines.join("\n"));
}
