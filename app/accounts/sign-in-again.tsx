import type { Resume } from "#app/accounts/resume.ts";
import { SignInForm } from "#app/accounts/sign-in-form.tsx";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { Page } from "#app/ui/page.tsx";

export function SignInAgain({
	permit,
	...resume
}: Resume & { permit: string }) {
	const { accounts } = useWords();
	return (
		<Page title={accounts.signIn}>
			<SignInForm redirectTo={resume.action} resume={resume} permit={permit} />
		</Page>
	);
}
