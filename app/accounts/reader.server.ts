import type { AppLoadContext } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { env } from "#app/platform/env.server.ts";
import { askedLanguage } from "#app/platform/http/asked-language.server.ts";
import { cookieValue } from "#app/platform/http/cookie.ts";
import { asTheme } from "#app/platform/language.ts";
import type { ServerReader } from "#app/words/reader.tsx";
import { wordsIn } from "#app/words/words.server.ts";
import type { Words } from "#app/words/zh.ts";

/** The account's settings, else the browser's cookies and headers, else the site's. */
export async function readerOf(args: {
	request: Request;
	context: AppLoadContext;
}): Promise<ServerReader> {
	const { headers } = args.request;
	const cookie = headers.get("Cookie");
	const viewer = await getViewer(args);
	const chosen = viewer?.settings;
	const language =
		chosen?.language ?? askedLanguage(cookie, headers.get("Accept-Language"));
	const words = wordsIn(language);
	return {
		language,
		theme: chosen?.theme ?? asTheme(cookieValue(cookie, "theme")),
		timeZone: chosen?.timeZone ?? env.TIME_ZONE,
		words,
		rareWords: words,
	};
}

export async function pageTitle(
	args: { request: Request; context: AppLoadContext },
	name: (words: Words) => string,
	place: string,
): Promise<string> {
	const { words } = await readerOf(args);
	return `${name(words)} · ${place}`;
}
