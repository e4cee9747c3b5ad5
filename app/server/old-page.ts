import { gunzipSync, gzipSync } from "node:zlib";
import { env } from "#app/platform/env.server.ts";
import { type Language, LOCALE } from "#app/platform/language.ts";
import { wordsIn } from "#app/words/words.server.ts";

const SCRIPTS =
	/<script\b[^>]*>[\s\S]*?<\/script>|<link rel="modulepreload"[^>]*>/g;

/** Without its scripts, which would ask for newer data. */
export function markOld(
	page: { body: Buffer; renderedAt: number },
	language: Language,
): Buffer {
	const at = new Date(page.renderedAt);
	const time = new Intl.DateTimeFormat(LOCALE[language], {
		hour: "2-digit",
		minute: "2-digit",
		hourCycle: "h23",
		timeZone: env.TIME_ZONE,
	}).format(at);
	const sentence = wordsIn(language).plainPages.unavailable.old(
		`<time datetime="${at.toISOString()}">${time}</time>`,
	);
	const html = gunzipSync(page.body)
		.toString()
		.replace(SCRIPTS, "")
		.replace(
			"<body>",
			() => `<body><p class="old-page" role="status">${sentence}</p>`,
		);
	return gzipSync(html);
}
