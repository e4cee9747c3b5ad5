import type { Request, Response } from "express";
import type { Unavailable } from "#app/platform/unavailable.ts";
import { escapeHtml, sendPlainPage } from "#app/server/plain-page.ts";
import type { Words } from "#app/words/zh.ts";

type Says = Words["plainPages"]["unavailable"];

/** More than any form has; a larger one is not given back. */
const FIELDS_MAX = 200;
/** Numbers, ids, addresses, choices; anything else may be somebody's text. */
const MACHINE = /^[\w./:?&=%@+-]*$/;
const NEW_SECRETS = ["currentPassword", "newPassword"];
const COLUMNS = 60;

export function sendUnavailable(
	req: Request,
	res: Response,
	{ retryAfter }: Unavailable,
): void {
	res.setHeader("Retry-After", retryAfter);
	res.setHeader("Cache-Control", "no-store");
	sendPlainPage(req, res, 503, ({ unavailable }) => {
		const { title, text, notTaken, again } = unavailable;
		if (req.method !== "POST")
			return {
				title,
				text,
				below: `<p><a class="link" href="">${again}</a></p>`,
			};
		const form = formAgain(req, unavailable);
		return form ? { title, text: notTaken, below: form } : { title, text };
	});
}

/** Sends the same fields again; passwords are typed anew. */
function formAgain(req: Request, says: Says): string | null {
	if (!req.is("application/x-www-form-urlencoded")) return null;
	const fields = [...new URLSearchParams(String(req.body))];
	if (fields.length === 0 || fields.length > FIELDS_MAX) return null;
	if (fields.some(([name]) => NEW_SECRETS.includes(name))) return null;
	const html = fields.map(([name, value]) => field(name, value, says));
	return `<form method="post">${html.join("")}<p><button class="button">${says.sendAgain}</button></p></form>`;
}

function field(name: string, value: string, { password }: Says): string {
	if (name === "password")
		return `<div class="field"><label for="password">${password}</label><input type="password" id="password" name="password" required></div>`;
	const named = `name="${escapeHtml(name)}"`;
	const text = escapeHtml(value);
	if (MACHINE.test(value))
		return `<input type="hidden" ${named} value="${text}">`;
	const rows = Math.min(20, value.split("\n").length + value.length / COLUMNS);
	// HTML drops a textarea's first line break.
	return `<div class="field"><textarea ${named} aria-label="${escapeHtml(name)}" rows="${Math.ceil(rows)}" readonly>\n${text}</textarea></div>`;
}
