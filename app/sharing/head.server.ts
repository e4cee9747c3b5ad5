import type { AppLoadContext } from "@remix-run/node";
import { LOCALE } from "#app/platform/language.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import { ATOM } from "#app/sharing/feed.server.ts";
import { element } from "#app/sharing/xml.ts";
import type { ServerReader } from "#app/words/reader.tsx";

export const DESCRIPTION_MAX = 160;

type Shared = {
	title: string;
	/** Where it is found, in the order that everybody sees first. */
	path: string;
	description: string;
	isArticle?: boolean;
	/** In the words of schema.org. */
	data?: object | null;
	feed?: { path: string; title: string };
};

/** What robots and other sites read of a page; browsers get it with the document alone, never as data. */
export function describePage(
	context: AppLoadContext,
	{ language, words }: ServerReader,
	{ title, path, description, isArticle = false, data, feed }: Shared,
): void {
	if (!context.isDocument) return;
	const url = absolute(path);
	const graph = {
		"og:site_name": words.site.name,
		"og:locale": LOCALE[language].replace("-", "_"),
		"og:type": isArticle ? "article" : "website",
		"og:title": title,
		"og:url": url,
		...(description && { "og:description": description }),
	};
	// `data-page`: the browser drops it when it goes to another page (ui/plain-links.ts).
	const ofPage = { "data-page": "" };
	context.head = [
		element("link", { rel: "canonical", href: url, ...ofPage }),
		...(description
			? [
					element("meta", {
						name: "description",
						content: description,
						...ofPage,
					}),
				]
			: []),
		...Object.entries(graph).map(([property, content]) =>
			element("meta", { property, content, ...ofPage }),
		),
		...(data
			? [
					element(
						"script",
						{ type: "application/ld+json", ...ofPage },
						inScript(data),
					),
				]
			: []),
		...(feed
			? [
					element("link", {
						...{ rel: "alternate", type: ATOM, title: feed.title },
						...{ href: absolute(feed.path), ...ofPage },
					}),
				]
			: []),
	].join("");
}

/** No text may end the script. */
const inScript = (data: object) =>
	JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll(
		"<",
		"\\u003c",
	);
