import type { Request, Response } from "express";
import type { Unavailable } from "#app/platform/unavailable.ts";
import { formAgain } from "#app/server/form-again.ts";
import { sendPlainPage } from "#app/server/plain-page.ts";

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
		const form = formAgain(req, req.body, unavailable);
		return form ? { title, text: notTaken, below: form } : { title, text };
	});
}
