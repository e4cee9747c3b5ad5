import type { Request, Response } from "express";
import { askedLanguage, LOCALE } from "#app/platform/i18n/language.ts";
import { wordsIn } from "#app/platform/i18n/words.server.ts";
import type { Words } from "#app/words/zh.ts";

type Pages = Words["errorPages"] & Words["plainPages"];

export const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const NOTHING =
	"default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Sends a page for what the server answers without Remix: a title and a sentence, no style, no script; then `below`,
 * which is HTML.
 */
export function sendPlainPage(
	req: Request,
	res: Response,
	status: number,
	say: (pages: Pages) => { title: string; text: string; below?: string },
): void {
	const asked = req.get("Accept-Language");
	const language = askedLanguage(req.get("Cookie"), asked);
	const { errorPages, plainPages } = wordsIn(language);
	const { title, text, below = "" } = say({ ...errorPages, ...plainPages });
	const [heading, sentence] = [escapeHtml(title), escapeHtml(text)];
	res
		.status(status)
		.setHeader("Content-Security-Policy", NOTHING)
		.send(
			`<!doctype html><html lang="${LOCALE[language]}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${heading}</title><h1>${heading}</h1><p>${sentence}</p>${below}`,
		);
}
