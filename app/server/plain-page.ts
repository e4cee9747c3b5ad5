import { type Language, LOCALE } from "#app/platform/i18n/language.ts";

const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** A page for what the server answers before Remix is asked: two sentences, no style, no script. */
export const plainPage = (language: Language, title: string, text: string) =>
	`<!doctype html><html lang="${LOCALE[language]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)}</title><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>`;
