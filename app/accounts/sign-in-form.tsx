import { type Resume, resumeFields } from "#app/accounts/resume.ts";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { Field } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Written } from "#app/ui/written.tsx";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	redirectTo: string;
	failure?: Failure;
	/** A text to be sent after signing in, and the permit to carry it. */
	resume?: Resume;
	permit?: string | null;
};

/** Loads a document, since language and theme are the account's. */
export function SignInForm({ redirectTo, failure, resume, permit }: Props) {
	const { accounts, refusals } = useWords();
	const hidden = { redirectTo, ...(resume && resumeFields(resume)) };
	return (
		<>
			<form
				method="post"
				action={permit ? `${paths.signIn}?permit=${permit}` : paths.signIn}
				// Three bytes for a Chinese character, not nine.
				encType={resume && "multipart/form-data"}
				noValidate
			>
				<FormNotice failure={failure} />
				{resume && !failure && (
					<p className="notice" role="alert">
						{refusals.signedOut}
					</p>
				)}
				{Object.entries(hidden).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				<Field
					label={accounts.email}
					name="email"
					type="email"
					autoComplete="username"
					required
					defaultValue={failure?.values.email}
					error={failure?.errors.email}
				/>
				<Field
					label={accounts.password}
					name="password"
					type="password"
					autoComplete="current-password"
					required
					error={failure?.errors.password}
				/>
				<button type="submit" className="button">
					{accounts.signIn}
				</button>
			</form>
			{resume && <Written values={resume.values} />}
		</>
	);
}
