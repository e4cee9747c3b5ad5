import { renderSVG } from "uqr";
import * as paths from "#app/paths.ts";
import type { Language } from "#app/platform/language.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import type { Shared } from "#app/ui/share-path.ts";

const PATHS: Record<Shared, (slug: string, key: number) => string> = {
	lesson: paths.lesson,
	thread: paths.thread,
	reply: paths.reply,
	term: (slug, id) => `${paths.glossary(slug)}?about=${id}#term-${id}`,
};

const KEY = /^(lesson|thread|reply|term)-(\d{1,9})$/;

/** Of the course where nothing else is named. Asks no database: what there is, its own page says. */
export function findAddress(slug: string, given: string, language: Language) {
	const [key, of, digits] = KEY.exec(given) ?? [];
	const path = of
		? PATHS[of as Shared](slug, Number(digits))
		: paths.course(slug);
	const query = new URLSearchParams({ ...(key && { of: key }), in: language });
	const url = absolute(path);
	return {
		path,
		url,
		/** What other sites show of it. */
		picture: `${paths.course["card.png"](slug)}?${query}`,
		code: renderSVG(url, { ecc: "M", border: 2, pixelSize: 8 }),
	};
}
