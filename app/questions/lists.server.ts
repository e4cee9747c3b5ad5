import type { Course } from "#app/courses/queries.server.ts";
import { COUNTED_LIMIT } from "#app/platform/counted.server.ts";
import {
	fragment,
	limit,
	type Piece,
	piece,
	sql,
} from "#app/platform/postgres/db.server.ts";
import type {
	PlaceCursor,
	RankedCursor,
} from "#app/platform/postgres/keyset.ts";
import { idsByPlace } from "#app/questions/place-order.server.ts";
import type { QuestionFilter } from "#app/questions/policy.ts";
import {
	LISTED_COLUMNS,
	type ListedThread,
	lessonOf,
} from "#app/threads/lists.server.ts";
import { threadJoins } from "#app/threads/queries.server.ts";
import { keptList } from "#app/visibility/audience.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { threads, type Who } from "#app/visibility/relations.server.ts";

export const QUESTIONS_PER_PAGE = 30;

type Asked = {
	filter: QuestionFilter | null;
	lesson: number | null;
	block: number | null;
} & Order;

type Order =
	| { order: "wanted"; after: RankedCursor | null }
	| { order: "place"; after: PlaceCursor | null };

/** In the exact words of the filter's partial index. */
function narrowed(by: Member, filter: QuestionFilter | null) {
	switch (filter) {
		case "waiting":
		case "follow_up":
			return piece`AND t.state <> 'answered' AND t.state = ${filter}::question_state`;
		case "unanswered":
			return piece`AND t.state <> 'answered' AND t.staff_replied_at IS NULL`;
		case "mine":
			return piece`AND t.author_id = ${by.id}`;
		default:
			return piece``;
	}
}

function placed(course: Course, { lesson, block }: Asked) {
	const inLesson = lesson
		? piece`t.lesson_id = ${lessonOf(course, lesson)}`
		: piece`t.course_id = ${course.id}`;
	return block
		? piece`${inLesson} AND t.id = ANY (ARRAY(
			SELECT a.thread_id FROM blocks b JOIN anchors a ON a.lesson_id = b.lesson_id AND a.block_id = b.id WHERE b.id = ${block}
		))`
		: inLesson;
}

const LIMIT = limit(QUESTIONS_PER_PAGE + 1);
const ORDER = fragment("ORDER BY t.me_too DESC, t.created_at, t.number");

const BY_PLACE = fragment(
	"ORDER BY page.lesson, page.block, page.start, page.number",
);
const PLACE = fragment(
	"jsonb_build_object('lesson', page.lesson, 'block', page.block, 'start', page.start, 'number', page.number)",
);
const NO_PLACE = fragment("NULL::jsonb");

type Listed = ListedThread & {
	createdAt: Date;
	/** With the order by place. */
	place: PlaceCursor | null;
};

type Questions = { questions: Listed[]; count: number };

/** Ids with the most "me too" first, then oldest. The order runs both ways, so one row comparison cannot continue it. */
function idsByWish(who: Who, chosen: Piece, after: RankedCursor | null) {
	const cut = (from: Piece) =>
		piece`(SELECT t.id, t.me_too, t.created_at, t.number FROM ${threads(who)} t WHERE ${chosen} ${from} ${ORDER} ${LIMIT})`;
	const ids = after
		? piece`${cut(piece`AND t.me_too = ${after.rank} AND (t.created_at, t.number) > (${after.time}, ${after.id})`)}
			UNION ALL ${cut(piece`AND t.me_too < ${after.rank}`)}`
		: cut(piece``);
	return piece`SELECT t.id FROM (${ids}) t ${ORDER} ${LIMIT}`;
}

/** One more than a page shows, in the asked order. Cut from the order's index, joined late. */
export function listQuestions(
	course: Course,
	by: Member,
	asked: Asked,
): Promise<Questions> {
	const { filter } = asked;
	const chosen = piece`${placed(course, asked)} AND t.kind = 'question' ${narrowed(by, filter)}`;
	const read = async (who: Who): Promise<Questions> => {
		const given = { who, chosen, lesson: asked.lesson, limit: LIMIT };
		const isFew = filter === "mine" || asked.block !== null;
		const [ids, place, order] =
			asked.order === "place"
				? [
						idsByPlace(course, { ...given, isFew, after: asked.after }),
						PLACE,
						BY_PLACE,
					]
				: [idsByWish(who, chosen, asked.after), NO_PLACE, ORDER];
		const [questions, [counted]] = await Promise.all([
			sql<Listed>`
			SELECT ${LISTED_COLUMNS}, t.created_at AS "createdAt", ${place} AS place
			FROM (${ids}) page JOIN ${threads(who)} t ON t.id = page.id ${threadJoins(who)} ${order}`,
			sql<{ count: number }>`
			SELECT count(*)::int AS count FROM (SELECT FROM ${threads(who)} t WHERE ${chosen} ${COUNTED_LIMIT}) counted`,
		]);
		return { questions, count: counted?.count ?? 0 };
	};
	if (filter === "mine") return read(by);
	return keptList(course, by, `questions ${JSON.stringify(asked)}`, read);
}
