import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveProfile } from "#app/accounts/commands.server.ts";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { SETTINGS } from "#app/accounts/limits.server.ts";
import { PasswordForm } from "#app/accounts/password-form.tsx";
import { keepInBrowser } from "#app/accounts/preference-cookies.server.ts";
import { ProfileForm } from "#app/accounts/profile-form.tsx";
import { findSettings } from "#app/accounts/queries.server.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { profileSchema } from "#app/accounts/schema.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { env } from "#app/platform/env.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await requireViewer(args);
	const { words } = await readerOf(args);
	const { searchParams } = new URL(args.request.url);
	return {
		pageTitle: words.settings.title,
		settings: await findSettings(viewer),
		zones: Intl.supportedValuesOf("timeZone"),
		siteZone: env.TIME_ZONE,
		saved: searchParams.has("saved"),
		passwordChanged: searchParams.has("password"),
	};
}

export const action = formAction({
	find: async (args) => ({ by: await requireViewer(args) }),
	schema: profileSchema,
	limit: counting(SETTINGS),
	async act({ by }, profile, { context }) {
		await saveProfile(by.id, profile);
		const { language, theme } = profile;
		keepInBrowser(context, { language, theme });
		// A document: language and theme of the page are the account's.
		return redirectDocument(`${paths.settings}?saved=1#saved`, 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Settings() {
	const { settings, zones, siteZone, saved, passwordChanged } =
		useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { nav } = useWords();
	const { settings: words } = useRareWords();
	const done = saved ? words.saved : passwordChanged && words.passwordChanged;
	return (
		<Page title={words.title}>
			{done && !failure && (
				<p id="saved" className="notice" role="status" tabIndex={-1}>
					{done}
				</p>
			)}
			<section aria-labelledby="profile">
				<div className="rule-title">
					<h2 id="profile">{words.profile}</h2>
				</div>
				<ProfileForm
					settings={settings}
					zones={zones}
					siteZone={siteZone}
					isSaved={saved}
					failure={failure}
				/>
			</section>
			<section aria-labelledby="password">
				<div className="rule-title">
					<h2 id="password">{words.passwordTitle}</h2>
				</div>
				<PasswordForm />
			</section>
			<form
				method="post"
				action={paths.signOut}
				className="mt-26 border-t border-rule pt-14"
			>
				<button type="submit" className="button quiet">
					{nav.signOut}
				</button>
			</form>
		</Page>
	);
}
