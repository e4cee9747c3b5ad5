import * as paths from "#app/paths.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";

type Asked = { request: Request };

const queryOf = ({ request }: Asked) => new URL(request.url).searchParams;

export const blockBegunAt = (args: Asked): number | null =>
	pageNumber(queryOf(args).get("block"), 0) || null;

/** Where the form of a pin was opened: the desk, a paragraph of a lesson, else at the reply. */
export function pinBegunAt(args: Asked, slug: string, replyId: number) {
	const query = queryOf(args);
	const lesson = pageNumber(query.get("lesson"), 0);
	const block = blockBegunAt(args);
	if (query.get("from") === "desk") {
		const desk = paths.course.desk(slug);
		return { query: "?from=desk", back: desk, onward: desk };
	}
	if (lesson && block) {
		const path = paths.lesson(slug, lesson);
		return {
			query: `?lesson=${lesson}&block=${block}`,
			back: `${path}#block-${block}`,
			onward: `${path}#note-${replyId}`,
		};
	}
	const reply = paths.reply(slug, replyId);
	return { query: "", back: reply, onward: reply };
}
