import type { Request, Response } from "express";
import stylesheet from "#app/app.css?url";
import { askedLanguage } from "#app/platform/http/asked-language.server.ts";
import { cookieValue } from "#app/platform/http/cookie.ts";
import { asTheme, LOCALE } from "#app/platform/language.ts";
import { wordsIn } from "#app/words/words.server.ts";
import type { Words } from "#app/words/zh.ts";

type Pages = Words["errorPages"] & Words["plainPages"];

export type Says = (pages: Pages) => {
	title: string;
	text: string;
	below?: string;
};

export const escapeHtml = (text: string) =>
	text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const NO_SCRIPTS =
	"default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export function sentencesFor(req: Request, says: Says) {
	const cookies = req.get("Cookie");
	const language = askedLanguage(cookies, req.get("Accept-Language"));
	const { errorPages, plainPages, site } = wordsIn(language);
	return { language, site, sentences: says({ ...errorPages, ...plainPages }) };
}

export function sendPlainPage(
	req: Request,
	res: Response,
	status: number,
	says: Says,
): void {
	const theme = asTheme(cookieValue(req.get("Cookie"), "theme"));
	const { language, site, sentences } = sentencesFor(req, says);
	const { title, text, below = "" } = sentences;
	const [heading, sentence] = [escapeHtml(title), escapeHtml(text)];
	res
		.status(status)
		.setHeader("Content-Security-Policy", NO_SCRIPTS)
		.send(
			`<!doctype html><html lang="${LOCALE[language]}"${theme ? ` data-theme="${theme}"` : ""}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="${theme ?? "light dark"}"><title>${heading}</title><link rel="stylesheet" href="${stylesheet}"><link rel="icon" href="/favicon.svg" type="image/svg+xml"></head><body><header class="bar"><a href="/" class="brand">${site.name}</a></header><main class="narrow"><h1>${heading}</h1><p>${sentence}</p>${below}</main></body></html>`,
		);
}
