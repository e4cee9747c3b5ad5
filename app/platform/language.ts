import { cookieValue } from "#app/platform/cookie.ts";

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const LOCALE = { zh: "zh-CN", en: "en" } as const;

export const asLanguage = (value: unknown): Language | null =>
	LANGUAGES.find((language) => language === value) ?? null;

export const asTheme = (value: unknown): Theme | null =>
	THEMES.find((theme) => theme === value) ?? null;

/** The cookie, else Accept-Language (RFC 9110 12.5.4), else Chinese. */
export function askedLanguage(
	cookie: string | null | undefined,
	acceptLanguage: string | null | undefined,
): Language {
	const chosen = asLanguage(cookieValue(cookie, "language"));
	if (chosen) return chosen;
	const wishes = (acceptLanguage ?? "")
		.split(",")
		.map((wish) => {
			const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
			const quality = parameters.find((p) => p.trim().startsWith("q="));
			return {
				language: asLanguage(tag.split("-")[0]),
				quality: quality ? Number(quality.trim().slice(2)) : 1,
			};
		})
		.filter(({ language, quality }) => language && quality > 0)
		.sort((a, b) => b.quality - a.quality);
	return wishes[0]?.language ?? "zh";
}
