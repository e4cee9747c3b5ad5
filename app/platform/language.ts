export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const LOCALE = { zh: "zh-CN", en: "en" } as const;

export const asLanguage = (value: unknown): Language | null =>
	LANGUAGES.find((language) => language === value) ?? null;

export const asTheme = (value: unknown): Theme | null =>
	THEMES.find((theme) => theme === value) ?? null;
