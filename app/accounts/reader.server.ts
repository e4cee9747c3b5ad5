import type { AppLoadContext } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { cookieValue } from "#app/platform/cookie.ts";
import { env } from "#app/platform/env.server.ts";
import { askedLanguage, asTheme } from "#app/platform/language.ts";
import type { Reader } from "#app/words/reader.tsx";
import { wordsIn } from "#app/words/words.server.ts";

/** The account's settings, else the browser's cookies and headers, else the site's. */
export async function readerOf(args: {
	request: Request;
	context: AppLoadContext;
}): Promise<Reader> {
	const { headers } = args.request;
	const cookie = headers.get("Cookie");
	const viewer = await getViewer(args);
	const language =
		viewer?.language ?? askedLanguage(cookie, headers.get("Accept-Language"));
	return {
		language,
		theme: viewer?.theme ?? asTheme(cookieValue(cookie, "theme")),
		timeZone: viewer?.timeZone ?? env.TIME_ZONE,
		words: wordsIn(language),
	};
}

export async function pageTitle(
	args: { request: Request; context: AppLoadContext },
	name: (words: Reader["words"]) => string,
	place: string,
): Promise<string> {
	const { words } = await readerOf(args);
	return `${name(words)} · ${place}`;
}
