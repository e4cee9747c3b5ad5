import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { Field } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export function PasswordForm({ failure }: { failure?: Failure }) {
	const { accounts } = useWords();
	const { settings: words } = useRareWords();
	return (
		<form method="post" action={paths.password} noValidate>
			<FormNotice failure={failure} />
			<Field
				label={words.currentPassword}
				name="currentPassword"
				type="password"
				autoComplete="current-password"
				required
				error={failure?.errors.currentPassword}
			/>
			<Field
				label={words.newPassword}
				name="newPassword"
				type="password"
				hint={accounts.passwordHint}
				autoComplete="new-password"
				required
				error={failure?.errors.newPassword}
			/>
			<button type="submit" className="button">
				{words.changePassword}
			</button>
		</form>
	);
}
