import { siteUrl } from "#app/platform/env.server.ts";
import { askedLanguage } from "#app/platform/http/asked-language.server.ts";
import { unlessKnown } from "#app/platform/http/unless-known.server.ts";
import { LOCALE } from "#app/platform/language.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import { element, escapeXml, textElement, XML_HEAD } from "#app/sharing/xml.ts";
import { wordsIn } from "#app/words/words.server.ts";
import type { Words } from "#app/words/zh.ts";

// Atom, RFC 4287. Every feed is what everybody may see, whoever asks for it.

export const ATOM = "application/atom+xml";

export type Entry = {
	/** What it is and its row's id, which never change. */
	key: string;
	title: string;
	path: string;
	/** Null for whom nobody may know; undefined for a former account. */
	author: string | null | undefined;
	publishedAt: Date;
	updatedAt?: Date | null;
	html: string;
};

export type Feed = {
	key: string;
	title: string;
	path: string;
	feedPath: string;
	since: Date;
	entries: Entry[];
};

/** Programs have no cookies: the header alone decides the language. */
export function feedWords(request: Request) {
	const language = askedLanguage(null, request.headers.get("Accept-Language"));
	return { language, words: wordsIn(language) };
}

const idOf = (key: string) => `tag:${new URL(siteUrl).hostname},2026:${key}`;

const linkTo = (rel: string, type: string, path: string) =>
	element("link", { rel, type, href: absolute(path) });

const LOCAL = /(?<= (?:href|src)=")(?=[/#])/g;

/** A reader shows the text on another site. */
const withWholeLinks = (html: string, path: string) =>
	html.replace(LOCAL, (_, at: number) =>
		html[at] === "#" ? absolute(path) : siteUrl,
	);

const changedAt = ({ publishedAt, updatedAt }: Entry) =>
	updatedAt ?? publishedAt;

const entryElement = (entry: Entry, { threads }: Words) =>
	element(
		"entry",
		{},
		[
			textElement("id", idOf(entry.key)),
			textElement("title", entry.title),
			linkTo("alternate", "text/html", entry.path),
			textElement("published", entry.publishedAt.toISOString()),
			textElement("updated", changedAt(entry).toISOString()),
			element(
				"author",
				{},
				textElement(
					"name",
					entry.author === null
						? threads.anonymous
						: (entry.author ?? threads.formerAccount),
				),
			),
			element(
				"content",
				{ type: "html" },
				escapeXml(withWholeLinks(entry.html, entry.path)),
			),
		].join(""),
	);

export function answerFeed(request: Request, feed: Feed): Response {
	const { language, words } = feedWords(request);
	const times = feed.entries.map((entry) => changedAt(entry).getTime());
	const text =
		XML_HEAD +
		element(
			"feed",
			{ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": LOCALE[language] },
			[
				textElement("id", idOf(feed.key)),
				textElement("title", feed.title),
				textElement(
					"updated",
					new Date(Math.max(feed.since.getTime(), ...times)).toISOString(),
				),
				linkTo("self", ATOM, feed.feedPath),
				linkTo("alternate", "text/html", feed.path),
				textElement("generator", words.site.name),
				...feed.entries.map((entry) => entryElement(entry, words)),
			].join("\n"),
		);
	const answer = unlessKnown(request, text, `${ATOM}; charset=utf-8`);
	answer.headers.set("Vary", "Accept-Language");
	return answer;
}
