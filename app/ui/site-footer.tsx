import * as paths from "#app/paths.ts";
import { useReader } from "#app/words/reader.tsx";

export function SiteFooter() {
	const { language, theme, words } = useReader();
	const { footer, site } = words;
	const themes = ["system", "light", "dark"] as const;
	return (
		<footer className="foot">
			<p>{site.tagline}</p>
			<form method="post" action={paths.preferences}>
				<fieldset>
					<legend>{footer.language}</legend>
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
				<fieldset>
					<legend>{footer.theme}</legend>
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
