import type { AppLoadContext } from "@remix-run/node";
import { LOCALE } from "#app/platform/language.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import { imageOf, type Subject } from "#app/sharing/cards.server.ts";
import { ATOM } from "#app/sharing/feed.server.ts";
import { element } from "#app/sharing/xml.ts";
import type { ServerReader } from "#app/words/reader.tsx";

export const DESCRIPTION_MAX = 160;

type Shared = {
	title: string;
	/** Where it is found, in the order that everybody sees first. */
	path: string;
	description: string;
	/** What the share image is of. */
	subject: Subject;
	isArticle?: boolean;
	/** In the words of schema.org. */
	data?: object | null;
	feed?: { path: string; title: string };
};

/** What robots and other sites read of a page; browsers get it with the document alone, never as data. */
export function describePage(
	context: AppLoadContext,
	reader: ServerReader,
	{ title, path, description, subject, isArticle = false, data, feed }: Shared,
): void {
	if (!context.isDocument) return;
	const { language, words } = reader;
	const url = absolute(path);
	const image = imageOf(subject, reader);
	const graph = {
		"og:site_name": words.site.name,
		"og:locale": LOCALE[language].replace("-", "_"),
		"og:type": isArticle ? "article" : "website",
		"og:title": title,
		"og:url": url,
		...(description && { "og:description": description }),
		"og:image": image.url,
		"og:image:width": String(image.width),
		"og:image:height": String(image.height),
		"og:image:alt": image.alt,
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
		element("meta", {
			...{ name: "twitter:card", content: "summary_large_image", ...ofPage },
		}),
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
