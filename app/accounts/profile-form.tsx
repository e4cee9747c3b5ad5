import type { findSettings } from "#app/accounts/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { LANGUAGES, THEMES } from "#app/platform/language.ts";
import { DraftTextField } from "#app/ui/draft-field.tsx";
import { DraftForm } from "#app/ui/draft-form.tsx";
import { Field, SelectField } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { useViewer } from "#app/ui/viewer.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	settings: Awaited<ReturnType<typeof findSettings>>;
	zones: string[];
	siteZone: string;
	isSaved: boolean;
	failure?: Failure;
};

/** An empty choice follows the browser or the site. */
export function ProfileForm({
	settings,
	zones,
	siteZone,
	isSaved,
	failure,
}: Props) {
	const viewer = useViewer();
	const { accounts, footer } = useWords();
	const { settings: words } = useRareWords();
	const kept = failure?.values;
	const errors = failure?.errors ?? {};
	return (
		<DraftForm
			action={paths.settings}
			draftKey={`${viewer?.handle} ${paths.settings}`}
			isSent={isSaved}
			noValidate
		>
			<FormNotice failure={failure} />
			<Field
				label={accounts.name}
				name="name"
				hint={accounts.nameHint}
				autoComplete="name"
				required
				defaultValue={kept?.name ?? settings.name}
				error={errors.name}
			/>
			<DraftTextField
				label={words.bio}
				name="bio"
				hint={words.bioHint}
				rows={5}
				isMarkdown
				initial={settings.bio}
				begun={kept?.bio}
				error={errors.bio}
			/>
			<SelectField
				label={words.language}
				name="language"
				defaultValue={kept?.language ?? settings.language ?? ""}
				error={errors.language}
				options={[
					{ value: "", label: words.languages.auto },
					...LANGUAGES.map((language) => ({
						value: language,
						label: words.languages[language],
					})),
				]}
			/>
			<SelectField
				label={words.theme}
				name="theme"
				defaultValue={kept?.theme ?? settings.theme ?? ""}
				error={errors.theme}
				options={[
					{ value: "", label: footer.themes.system },
					...THEMES.map((theme) => ({
						value: theme,
						label: footer.themes[theme],
					})),
				]}
			/>
			<SelectField
				label={words.timeZone}
				name="timeZone"
				defaultValue={kept?.timeZone ?? settings.timeZone ?? ""}
				error={errors.timeZone}
				options={[
					{ value: "", label: words.timeZoneAuto(siteZone) },
					...zones.map((zone) => ({ value: zone, label: zone })),
				]}
			/>
			<button type="submit" className="button">
				{words.save}
			</button>
		</DraftForm>
	);
}
