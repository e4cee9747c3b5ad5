import type { Request } from "express";
import { escapeHtml } from "#app/server/plain-page.ts";
import type { Words } from "#app/words/zh.ts";

type Says = Words["plainPages"]["unavailable"];

/** More than any form has; a larger one is not given back. */
const FIELDS_MAX = 200;
/** Numbers, ids, addresses, choices; anything else may be somebody's text. */
const MACHINE = /^[\w./:?&=%@+-]*$/;
const NEW_SECRETS = ["currentPassword", "newPassword"];
const COLUMNS = 60;

/** Sends the same fields again, the texts perhaps shortened; passwords are typed anew. Null: nothing to send. */
export function formAgain(
	req: Request,
	body: Buffer,
	says: Says,
	canShorten = false,
): string | null {
	if (!req.is("application/x-www-form-urlencoded")) return null;
	const fields = [...new URLSearchParams(String(body))];
	if (fields.length === 0 || fields.length > FIELDS_MAX) return null;
	if (canShorten && fields.every(([, value]) => value === "")) return null;
	if (fields.some(([name]) => NEW_SECRETS.includes(name))) return null;
	const html = fields.map(([name, value]) =>
		field(name, value, says, canShorten),
	);
	return `<form method="post">${html.join("")}<p><button class="button">${says.sendAgain}</button></p></form>`;
}

function field(
	name: string,
	value: string,
	{ password }: Says,
	canShorten: boolean,
): string {
	if (name === "password")
		return `<div class="field"><label for="password">${password}</label><input type="password" id="password" name="password" required></div>`;
	const named = `name="${escapeHtml(name)}"`;
	const text = escapeHtml(value);
	const rows = Math.min(20, value.split("\n").length + value.length / COLUMNS);
	if (MACHINE.test(value) && rows < 20)
		return `<input type="hidden" ${named} value="${text}">`;
	// HTML drops a textarea's first line break.
	return `<div class="field"><textarea ${named} aria-label="${escapeHtml(name)}" rows="${Math.ceil(rows)}"${canShorten ? "" : " readonly"}>\n${text}</textarea></div>`;
}
