import {
	fragment,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type { Where } from "#app/search/find.server.ts";
import {
	type ConditionName,
	daysOf,
	isNote,
	kindOf,
	stateOf,
} from "#app/search/operators.ts";
import type { Condition, Ignored, Query } from "#app/search/query.ts";
import {
	courses,
	replies,
	threads,
	type Who,
} from "#app/visibility/relations.server.ts";

/** Conditions on a row `s` of what is seen, and those that say nothing here. */
export type Narrowing = { conditions: Piece[]; ignored: Ignored[] };

type Known = { name: ConditionName; value: string; id: number | null };

const compared = (value: string) => value.normalize("NFKC").toLowerCase();

const idsOf = (known: Known[]) => known.flatMap(({ id }) => id ?? []);

/** The courses, lessons and people that are meant, of those that `who` may see. */
function findNamed({ who, course }: Where, named: Condition[]) {
	const values = (of: ConditionName) =>
		named.flatMap(({ name, value }) => (name === of ? compared(value) : []));
	const asked = (of: ConditionName) =>
		piece`unnest(${values(of)}::text[]) asked(value)`;
	const inCourse = course ? piece`c.id = ${course.id}` : fragment("true");
	return sql<Known>`
		SELECT 'course' AS name, asked.value, c.id FROM ${asked("course")}
		JOIN ${courses(who)} c ON c.slug = asked.value OR strpos(lower(c.title), asked.value) > 0
		UNION ALL
		SELECT 'lesson', asked.value, l.id FROM ${asked("lesson")} JOIN lessons l
			ON coalesce(l.place, l.number)::text = asked.value OR strpos(lower(l.title), asked.value) > 0
		JOIN ${courses(who)} c ON c.id = l.course_id AND ${inCourse}
		JOIN ${threads(who, "evenRemoved")} t ON t.lesson_id = l.id AND t.kind = 'lesson'
		WHERE l.removed_at IS NULL
		UNION ALL
		SELECT 'author', asked.value, u.id FROM ${asked("author")}
		JOIN users u ON u.handle = ltrim(asked.value, '@') OR lower(u.name) = asked.value
		UNION ALL
		SELECT 'author', asked.value, NULL FROM ${asked("author")} WHERE EXISTS (
			SELECT FROM ${threads(who)} t WHERE lower(t.imported_name) = asked.value
		) OR EXISTS (
			SELECT FROM ${replies(who)} r WHERE lower(r.imported_name) = asked.value
		)`;
}

/** Whatever a person of these names wrote, but nothing anonymous: not even for those who may know. */
const byOneOf = (known: Known[]) => piece`(
	s.known_writer_id = ANY (${idsOf(known)}::int[])
	OR lower(s.imported_name) = ANY (${known.flatMap(({ id, value }) => (id === null ? value : []))}::text[])
)`;

function ofKind(value: string): Piece | null {
	const kind = kindOf(value);
	if (!kind) return null;
	if ("thread" in kind)
		return piece`(s.kind = 'thread' AND s.thread_kind = ${kind.thread}::thread_kind)`;
	if ("note" in kind) return piece`s.note_kind = ${kind.note}::note_kind`;
	// A note is a reply.
	const rows = kind.row === "reply" ? ["reply", "note"] : [kind.row];
	return piece`s.kind = ANY (${rows}::text[])`;
}

const withNote = (who: Who) => piece`(s.kind = 'note' OR EXISTS (
	SELECT FROM pins p JOIN ${replies(who)} r ON r.id = p.reply_id WHERE p.unpinned_at IS NULL AND CASE s.kind
		WHEN 'block' THEN p.lesson_id = s.lesson_id AND p.block_id = s.id
		WHEN 'thread' THEN p.thread_id = s.thread_id
	END
))`;

/** A calendar date of an import has no time zone. */
const onDays = (value: string, timeZone: string, isBefore: boolean) => {
	const days = daysOf(value);
	const day = piece`coalesce(s.imported_on, (s.at AT TIME ZONE ${timeZone})::date)`;
	if (!days) return null;
	return isBefore
		? piece`${day} < ${days[1]}::date`
		: piece`${day} >= ${days[0]}::date`;
};

function anyOf([first, ...rest]: Piece[]): Piece[] {
	if (!first) return [];
	return [
		piece`(${rest.reduce((any, one) => piece`${any} OR ${one}`, first)})`,
	];
}

/** Of several values for one name, any will do. */
export async function narrow(
	where: Where,
	{ conditions }: Query,
	timeZone: string,
): Promise<Narrowing> {
	const named = conditions.filter(({ name }) =>
		["course", "lesson", "author"].includes(name),
	);
	const known = named.length > 0 ? await findNamed(where, named) : [];
	const ignored: Ignored[] = [];
	const of = (name: ConditionName) =>
		conditions.filter((one) => one.name === name);
	const knownOf = (name: ConditionName, pieceOf: (found: Known[]) => Piece) => {
		const found = known.filter((one) => one.name === name);
		for (const { value } of of(name))
			if (!found.some((one) => one.value === compared(value)))
				ignored.push({ what: name, text: value });
		return found.length > 0 ? [pieceOf(found)] : [];
	};
	const each = (
		name: ConditionName,
		pieceOf: (value: string) => Piece | null,
	) =>
		of(name).flatMap(({ value }) => {
			const made = pieceOf(value);
			if (!made) ignored.push({ what: name, text: value });
			return made ?? [];
		});
	return {
		conditions: [
			...knownOf(
				"course",
				(found) => piece`s.course_id = ANY (${idsOf(found)}::int[])`,
			),
			...knownOf(
				"lesson",
				(found) => piece`s.lesson_id = ANY (${idsOf(found)}::int[])`,
			),
			...knownOf("author", byOneOf),
			...anyOf(each("kind", ofKind)),
			...anyOf(
				each("state", (value) => {
					const state = stateOf(value);
					return state ? piece`s.state = ${state}::question_state` : null;
				}),
			),
			...each("has", (value) => (isNote(value) ? withNote(where.who) : null)),
			...each("from", (value) => onDays(value, timeZone, false)),
			...each("to", (value) => onDays(value, timeZone, true)),
		],
		ignored,
	};
}
