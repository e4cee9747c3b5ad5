import type { AppLoadContext } from "@remix-run/node";
import { isSecure } from "#app/platform/env.server.ts";
import type { Language, Theme } from "#app/platform/language.ts";

const YEAR = 365 * 24 * 60 * 60;

/** For pages without a session; null forgets it. */
export function keepInBrowser(
	context: AppLoadContext,
	chosen: { language?: Language | null; theme?: Theme | null },
): void {
	const secure = isSecure ? "; Secure" : "";
	for (const [name, value] of Object.entries(chosen))
		context.cookies.push(
			`${name}=${value ?? ""}; Path=/; Max-Age=${value ? YEAR : 0}; SameSite=Lax${secure}`,
		);
}
