import Negotiator from "negotiator";
import { cookieValue } from "#app/platform/http/cookie.ts";
import { asLanguage, type Language } from "#app/platform/language.ts";

/** The cookie, else Accept-Language (RFC 9110 12.5.4), else Chinese. */
export function askedLanguage(
	cookie: string | null | undefined,
	acceptLanguage: string | null | undefined,
): Language {
	const chosen = asLanguage(cookieValue(cookie, "language"));
	if (chosen) return chosen;
	const headers = { "accept-language": acceptLanguage ?? "" };
	// With our languages as choices, the library takes "en-US, zh;q=0.9, en;q=0.8" for Chinese.
	const wishes = new Negotiator({ headers }).languages();
	const known = wishes.map((tag) =>
		asLanguage(tag.toLowerCase().split("-")[0]),
	);
	return known.find(Boolean) ?? "zh";
}
