import type { Theme } from "#app/platform/language.ts";
import { element } from "#app/sharing/xml.ts";

/** The paper's colours of styles/tokens.css. */
const PAPER: Record<Theme, string> = { light: "#faf7f0", dark: "#15171a" };

const colour = (theme: Theme, media?: string) =>
	element("meta", {
		...{ name: "theme-color", content: PAPER[theme], ...(media && { media }) },
	});

const LINKS =
	element("link", { rel: "manifest", href: "/manifest.webmanifest" }) +
	element("link", { rel: "apple-touch-icon", href: "/apple-touch-icon.png" });

/** What a browser needs to put the site beside the person's own programs; no code in the browser. */
export const installable = (theme: Theme | null): string =>
	LINKS +
	(theme
		? colour(theme)
		: colour("light", "(prefers-color-scheme: light)") +
			colour("dark", "(prefers-color-scheme: dark)"));
