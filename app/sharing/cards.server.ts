import { openingSentences } from "#app/markdown/opening-sentences.ts";
import * as paths from "#app/paths.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import { versionOf } from "#app/sharing/card-pictures.server.ts";
import { CARD, type Card } from "#app/sharing/card-svg.ts";
import type { ServerReader } from "#app/words/reader.tsx";
import type { Words } from "#app/words/zh.ts";

// A page and its share image make the card from the same facts, so the page knows the image's address without drawing it.

const REPLY_TEXT_MAX = 70;

type InCourse = { course: { slug: string; title: string } };

export type Subject =
	| { of: "site" }
	| ({ of: "course" } & InCourse)
	| ({
			of: "lesson";
			number: number;
			title: string;
			place: number | null;
			replies: number;
			notes: number;
	  } & InCourse)
	| ({
			of: "thread";
			number: number;
			title: string;
			kind: keyof Words["threads"]["kinds"];
			replies: number;
	  } & InCourse)
	| ({
			of: "reply";
			id: number;
			/** Of its thread. */
			title: string;
			text: string;
			note: keyof Words["threads"]["notes"] | null;
			votes: number;
	  } & InCourse)
	| ({
			of: "term";
			id: number;
			source: string;
			renderings: string[];
	  } & InCourse);

type ReplyFacts = Omit<
	Extract<Subject, { of: "reply" }>,
	"of" | "course" | "text"
>;

export const replySubject = (
	course: InCourse["course"],
	{ html, ...facts }: ReplyFacts & { html: string },
): Subject => ({
	...{ of: "reply", course, ...facts },
	text: openingSentences(html, REPLY_TEXT_MAX),
});

/** What the address of a card names. */
const keyOf = (subject: Subject): string | null => {
	switch (subject.of) {
		case "site":
		case "course":
			return null;
		case "lesson":
		case "thread":
			return `${subject.of}-${subject.number}`;
		case "reply":
		case "term":
			return `${subject.of}-${subject.id}`;
	}
};

const joined = (facts: (string | null)[]) =>
	facts.filter((fact) => fact !== null).join(" · ");

function saidOf(subject: Subject, words: Words): Partial<Card> {
	const { threads, courses, search } = words;
	switch (subject.of) {
		case "site":
			return { title: words.site.name, text: words.courses.welcome };
		case "course":
			return { title: subject.course.title, label: courses.title };
		case "lesson":
			return {
				label:
					subject.place === null ? "" : threads.lessonNumber(subject.place),
				title: subject.title,
				facts: joined([
					subject.notes > 0 ? courses.notes(subject.notes) : null,
					subject.replies > 0 ? threads.replyCount(subject.replies) : null,
				]),
			};
		case "thread":
			return {
				label: threads.kinds[subject.kind],
				title: subject.title,
				facts: subject.replies > 0 ? threads.replyCount(subject.replies) : "",
			};
		case "reply":
			return {
				label: subject.note
					? joined([words.lessons.note, threads.notes[subject.note]])
					: search.kinds.reply,
				title: subject.title,
				text: subject.text,
				isNote: subject.note !== null,
				facts: subject.votes > 0 ? words.feeds.votes(subject.votes) : "",
			};
		case "term":
			return {
				label: search.kinds.term,
				title: subject.renderings[0] ?? subject.source,
				text: [subject.source, ...subject.renderings.slice(1)].join(" · "),
			};
	}
}

export function cardOf(subject: Subject, words: Words): Card {
	const course =
		subject.of === "site" || subject.of === "course"
			? null
			: subject.course.title;
	return {
		...{ label: "", title: "", text: "", facts: "", isNote: false },
		...{ course, site: words.site.name, ...saidOf(subject, words) },
	};
}

/** The address of a share image: it changes with what the picture says. */
export function imageOf(
	subject: Subject,
	{ language, words }: Pick<ServerReader, "language" | "words">,
) {
	const card = cardOf(subject, words);
	const query = new URLSearchParams();
	const key = keyOf(subject);
	if (key) query.set("of", key);
	query.set("in", language);
	query.set("v", versionOf(card));
	const path =
		subject.of === "site"
			? paths.siteCard
			: paths.course["card.png"](subject.course.slug);
	return {
		url: absolute(`${path}?${query}`),
		alt: [card.course, card.label, card.title].filter(Boolean).join(" · "),
		...CARD,
	};
}
