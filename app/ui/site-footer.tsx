import * as paths from "#app/paths.ts";
import { useReader } from "#app/words/reader.tsx";

export function SiteFooter() {
	const { language, theme, words } = useReader();
	const { footer, site } = words;
	const themes = ["system", "light", "dark"] as const;
	return (
		<footer className="foot justify-between gap-x-20 gap-y-5 border-t border-rule px-gutter py-12 text-small print:hidden [.home+&]:justify-end">
			<p className="font-song [.home+*>&]:hidden">{site.tagline}</p>
			<form
				className="flex flex-wrap gap-x-16"
				method="post"
				action={paths.preferences}
			>
				<fieldset className="flex items-center gap-2">
					<legend className="float-left me-6">{footer.language}</legend>
					<button
						type="submit"
						name="language"
						id="language-zh"
						value="zh"
						lang="zh-CN"
						aria-pressed={language === "zh"}
					>
						中文
					</button>
					<button
						type="submit"
						name="language"
						id="language-en"
						value="en"
						lang="en"
						aria-pressed={language === "en"}
					>
						English
					</button>
				</fieldset>
				<fieldset className="flex items-center gap-2">
					<legend className="float-left me-6">{footer.theme}</legend>
					{themes.map((name) => (
						<button
							type="submit"
							key={name}
							name="theme"
							id={`theme-${name}`}
							value={name}
							aria-pressed={(theme ?? "system") === name}
						>
							{footer.themes[name]}
						</button>
					))}
				</fieldset>
			</form>
		</footer>
	);
}
