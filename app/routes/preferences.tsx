import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { savePreferences } from "#app/accounts/commands.server.ts";
import { keepInBrowser } from "#app/accounts/preference-cookies.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { attempt } from "#app/platform/forms/form.server.ts";
import { backPath } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { asLanguage, asTheme } from "#app/platform/language.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { carries: "little" };

export const loader = () => ({ back: paths.home });

/** Kept in a cookie and in the account. The page comes back at the button that was pressed. */
export async function action(args: ActionFunctionArgs) {
	const form = await args.request.formData().catch(() => new FormData());
	const language = asLanguage(form.get("language"));
	const theme = form.has("theme") ? asTheme(form.get("theme")) : undefined;
	const viewer = await getViewer(args);
	const chosen = {
		...(language && { language }),
		...(theme !== undefined && { theme }),
	};
	return attempt({}, viewer && (() => counting(ACTS)(viewer)), async () => {
		if (viewer) await savePreferences(viewer.id, chosen);
		keepInBrowser(args.context, chosen);
		const button = language
			? `language-${language}`
			: `theme-${theme ?? "system"}`;
		return redirect(`${backPath(args.request, paths.home)}#${button}`, 303);
	});
}

export { clientAction } from "#app/ui/without-answer.ts";

export default function Preferences() {
	const { errorPages } = useWords();
	return <VerbPage backTo={errorPages.home} />;
}
