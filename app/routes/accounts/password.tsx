import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { countAttempts } from "#app/accounts/attempts.server.ts";
import { changePassword } from "#app/accounts/commands.server.ts";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { SIGN_IN } from "#app/accounts/limits.server.ts";
import { PasswordForm } from "#app/accounts/password-form.tsx";
import { readerOf } from "#app/accounts/reader.server.ts";
import { passwordSchema } from "#app/accounts/schema.ts";
import { beginSession } from "#app/accounts/sessions.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import * as paths from "#app/paths.ts";
import { Invalid } from "#app/platform/forms/refusal.ts";
import { network } from "#app/platform/http/rate-limit.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { words } = await readerOf(args);
	return { pageTitle: words.settings.passwordTitle };
}

export const action = formAction({
	find: async (args) => ({ by: await requireViewer(args) }),
	schema: passwordSchema,
	// Counts before it tries, so that concurrent guesses count too.
	limit: ({ id }) => countAttempts([[SIGN_IN, `account ${id}`]]),
	async act({ by }, passwords, args) {
		const from = network(args.context.address);
		if (!(await changePassword(by.id, passwords, from)))
			throw new Invalid("currentPassword", "passwordWrong");
		await beginSession(args, by.id);
		return redirect(`${paths.settings}?password=1#saved`, 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Password() {
	const failure = useActionData<typeof action>();
	const { settings: words } = useRareWords();
	return (
		<Page from={[paths.settings, words.title]} title={words.passwordTitle}>
			<PasswordForm failure={failure} />
		</Page>
	);
}
