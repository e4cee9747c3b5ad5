import type { Resume } from "#app/accounts/resume.ts";
import { SignInForm } from "#app/accounts/sign-in-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

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
