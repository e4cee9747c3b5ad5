import type { Course } from "#app/courses/queries.server.ts";
import { openingSentences } from "#app/markdown/opening-sentences.ts";
import * as paths from "#app/paths.ts";
import type { findSettling } from "#app/questions/queries.server.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { absolute } from "#app/sharing/absolute.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { isShown } from "#app/visibility/policy.ts";
import type { Words } from "#app/words/zh.ts";

// A thread in the words of schema.org: https://schema.org/QAPage, https://schema.org/DiscussionForumPosting.

const TEXT_MAX = 500;
const ANSWERS_MAX = 10;

type Written = Pick<
	Reply,
	"author" | "isAnonymous" | "importedName" | "createdAt"
>;

/** Who asked anonymously has no name here, whoever looks. */
const person = (
	{ author, isAnonymous, importedName }: Written,
	{ threads }: Words,
) => ({
	"@type": "Person",
	...(author && !isAnonymous
		? { name: author.name, url: absolute(paths.person(author.handle)) }
		: {
				name: isAnonymous
					? threads.anonymous
					: (importedName ?? threads.formerAccount),
			}),
});

/** An imported text has a day at most. */
const written = (text: Written, words: Words) => ({
	author: person(text, words),
	...(text.importedName === null && {
		datePublished: text.createdAt.toISOString(),
	}),
});

const said = (html: string) => openingSentences(html, TEXT_MAX);

type Settling = Awaited<ReturnType<typeof findSettling>>;

export type Discussed = {
	thread: Thread;
	replies: Reply[];
	settling: Settling;
};

/** Null for what nobody here wrote, such as a thinking question. */
export function structured(
	{ slug }: Course,
	{ thread, replies, settling }: Discussed,
	words: Words,
): object | null {
	if (thread.kind === "lesson" || thread.kind === "thinking") return null;
	const url = absolute(paths.thread(slug, thread.number));
	const own = {
		url,
		...written(thread, words),
		text: said(thread.html) || thread.title,
	};
	const answers = replies
		.filter((reply) => reply.rootId === null && isShown(reply) && reply.html)
		.slice(0, ANSWERS_MAX)
		.map((reply) => ({
			isAccepted: reply.acceptedAt !== null || reply.endorsedAt !== null,
			answer: {
				"@type": "Answer",
				url: `${url}#reply-${reply.id}`,
				...written(reply, words),
				text: said(reply.html),
				upvoteCount: reply.votes,
			},
		}));
	const accepted = answers.filter(({ isAccepted }) => isAccepted);
	const suggested = answers.filter(({ isAccepted }) => !isAccepted);
	if (thread.kind !== "question" || (answers.length === 0 && !settling))
		return {
			"@type": "DiscussionForumPosting",
			headline: thread.title,
			...own,
			interactionStatistic: {
				"@type": "InteractionCounter",
				interactionType: "https://schema.org/CommentAction",
				userInteractionCount: thread.replyCount,
			},
		};
	const elsewhere = settling && {
		"@type": "Answer",
		url: absolute(paths.reply(slug, settling.id)),
		author: {
			"@type": "Person",
			name: settling.name ?? words.threads.anonymous,
		},
		text: said(settling.html),
	};
	return {
		"@type": "QAPage",
		mainEntity: {
			"@type": "Question",
			name: thread.title,
			...own,
			upvoteCount: thread.voteCount,
			answerCount: thread.topCount + (settling ? 1 : 0),
			acceptedAnswer: [
				...accepted.map(({ answer }) => answer),
				...(elsewhere ? [elsewhere] : []),
			],
			suggestedAnswer: suggested.map(({ answer }) => answer),
		},
	};
}
