import type { Viewer } from "#app/accounts/sessions.server.ts";
import { limit, piece, sql } from "#app/platform/postgres/db.server.ts";
import type { QuestionState } from "#app/platform/prisma/enums.ts";
import {
	courses,
	everybody,
	threads,
} from "#app/visibility/relations.server.ts";

const QUESTIONS_PER_PROFILE = 20;

export type ProfileQuestion = {
	number: number;
	title: string;
	state: QuestionState;
	replyCount: number;
	createdAt: Date;
	courseSlug: string;
	courseTitle: string;
	isPrivate: boolean;
	isAnonymous: boolean;
};

/** The newest. Private and anonymous ones are on their asker's own page alone. */
export const listQuestionsBy = (handle: string, viewer: Viewer | null) => {
	const isOwn = viewer?.handle === handle;
	return sql<ProfileQuestion>`
		SELECT t.number, t.title, t.state, t.reply_count AS "replyCount", t.created_at AS "createdAt",
			c.slug AS "courseSlug", c.title AS "courseTitle", t.is_private AS "isPrivate", t.is_anonymous AS "isAnonymous"
		FROM ${threads(isOwn ? { id: viewer.id, role: null } : everybody)} t JOIN ${courses(viewer)} c ON c.id = t.course_id
		WHERE t.author_id = (SELECT id FROM users WHERE handle = ${handle}) AND t.kind = 'question'
			${isOwn ? piece`` : piece`AND NOT t.is_anonymous`}
		ORDER BY t.id DESC ${limit(QUESTIONS_PER_PROFILE)}`;
};
