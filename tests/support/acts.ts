import { randomUUID } from "node:crypto";
import {
	addTerm,
	removeTerm,
	restoreTerm,
} from "#app/glossary/commands.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { createLesson, editLesson } from "#app/lessons/commands.server.ts";
import { orderLessons } from "#app/lessons/order.server.ts";
import { findLessonSource } from "#app/lessons/queries.server.ts";
import { nameOwner, nameRole } from "#app/members/commands.server.ts";
import {
	checkNote,
	pinReply,
	placeNote,
	unpinReply,
} from "#app/notes/commands.server.ts";
import { readNotifications } from "#app/notifications/commands.server.ts";
import {
	answerPublishing,
	askQuestion,
	claimQuestion,
	proposePublishing,
	withdrawProposal,
} from "#app/questions/commands.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import {
	settleQuestions,
	unsettleQuestion,
} from "#app/questions/settling.server.ts";
import {
	acceptReply,
	endorseReply,
	noteAsking,
	sayWord,
} from "#app/replies/answers.server.ts";
import {
	postReply,
	removeReply,
	restoreReply,
} from "#app/replies/commands.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import {
	editThread,
	lockThread,
	removeThread,
	restoreThread,
	startThread,
} from "#app/threads/commands.server.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { voteReply, voteThread } from "#app/votes/commands.server.ts";
import type { Cast } from "#tests/support/cast.ts";
import {
	COMMENTS,
	lessonDocument,
	sourceOf,
} from "#tests/support/documents.ts";
import type { makeChance } from "#tests/support/random.ts";
import type { Seen } from "#tests/support/seen.ts";
import { STANDARD } from "#tests/support/thinking.ts";

type Act = (
	seen: Seen,
	chance: ReturnType<typeof makeChance>,
	course: Cast["course"],
) => Promise<unknown>;

const text = (chance: { below: (n: number) => number }) =>
	["为什么？", "打卡", "我的看法。", "请问这一步怎么来的？"][chance.below(4)] ??
	"";
const words = ["涌现", "突现", "浮现", "emergence"];

/** Everything that changes a course; a test picks among them at random. */
export const ACTS: Record<string, Act> = {
	post: (seen, chance, course) => {
		const { id, kind } = chance.one(seen.threads);
		return postReply({
			...{ by: chance.one(seen.people), course, body: text(chance) },
			...{ threadId: id, parentId: null },
			position: kind === "thinking" ? chance.one(STANDARD) : null,
			submissionId: randomUUID(),
		});
	},
	answer: (seen, chance, course) => {
		const { id, threadId } = chance.one(seen.replies);
		const by = chance.one(seen.people);
		const reply = { by, course, threadId, parentId: id };
		const submissionId = randomUUID();
		return postReply({ ...reply, body: text(chance), submissionId });
	},
	edit: (seen, chance, course) =>
		editReply(chance.one(seen.replies), {
			...{ by: chance.one(seen.people), course, body: text(chance) },
			version: 1 + chance.below(2),
			position: chance.below(2) ? chance.one([...STANDARD, null]) : undefined,
		}),
	remove: (seen, chance, course) =>
		removeReply(chance.one(seen.replies), {
			by: chance.one(seen.people),
			course,
		}),
	restore: (seen, chance, course) =>
		restoreReply(chance.one(seen.replies), {
			by: chance.one(seen.people),
			course,
		}),
	vote: (seen, chance, course) =>
		voteReply(chance.one(seen.replies).id, {
			...{ by: chance.one(seen.people), course, voted: chance.below(3) > 0 },
		}),
	voteThread: (seen, chance, course) =>
		voteThread(chance.one(seen.questions).id, {
			...{ by: chance.one(seen.people), course, voted: chance.below(3) > 0 },
		}),
	accept: (seen, chance, course) =>
		acceptReply(chance.one(seen.replies), {
			by: chance.one(seen.people),
			course,
			accepted: chance.below(3) > 0,
		}),
	endorse: (seen, chance, course) =>
		endorseReply(chance.one(seen.replies), {
			...{ by: chance.one(seen.people), course, endorsed: chance.below(3) > 0 },
		}),
	say: (seen, chance, course) =>
		sayWord(chance.one(seen.replies), {
			...{ by: chance.one(seen.people), course },
			word: chance.below(2) ? { kind: "caveat", text: "有条件。" } : null,
		}),
	asks: (seen, chance, course) =>
		noteAsking(chance.one(seen.replies), {
			...{ by: chance.one(seen.people), course, asks: chance.below(2) > 0 },
		}),
	pin: (seen, chance, course) =>
		pinReply(chance.one(seen.replies), {
			...{ by: chance.one(seen.people), course, kind: "term", shortForm: "" },
			blockId: chance.below(2) ? chance.one(seen.blocks).id : null,
			term: {
				source: chance.one(words),
				renderings: [chance.one(words), "译名"],
				meaning: "",
			},
		}),
	unpin: (seen, chance, course) =>
		unpinReply(chance.one(seen.replies), {
			by: chance.one(seen.people),
			course,
		}),
	check: (seen, chance, course) =>
		checkNote(chance.one(seen.replies), {
			by: chance.one(seen.people),
			course,
			seen: { revision: 9, version: 9 },
		}),
	place: (seen, chance, course) =>
		placeNote(chance.one(seen.replies), {
			by: chance.one(seen.people),
			course,
			place: 1,
		}),
	promote: (seen, chance, course) =>
		promoteReply(chance.one(seen.replies), {
			...{ by: chance.one(seen.people), course, title: "另起一问" },
		}),
	settle: (seen, chance, course) => {
		const numbers = [1, 2].map(() => chance.one(seen.questions).number);
		const by = chance.one(seen.people);
		return settleQuestions(chance.one(seen.replies), { by, course, numbers });
	},
	unsettle: (seen, chance, course) =>
		unsettleQuestion(chance.one(seen.questions), {
			by: chance.one(seen.people),
			course,
		}),
	claim: (seen, chance, course) =>
		claimQuestion(chance.one(seen.questions), {
			...{ by: chance.one(seen.people), course, claimed: chance.below(2) > 0 },
		}),
	propose: (seen, chance, course) =>
		proposePublishing(chance.one(seen.questions), {
			...{ by: chance.one(seen.people), course },
		}),
	withdraw: (seen, chance, course) =>
		withdrawProposal(chance.one(seen.questions), {
			by: chance.one(seen.people),
			course,
		}),
	publish: (seen, chance, course) =>
		answerPublishing(chance.one(seen.questions), {
			by: chance.one(seen.people),
			course,
			published: chance.below(2) > 0,
		}),
	read: (seen, chance) => readNotifications(chance.one(seen.people).id),
	start: (seen, chance, course) =>
		startThread({
			...{ by: chance.one(seen.people), course, kind: "topic" },
			...{ lessonId: chance.one(seen.lessons).id, title: "一个话题" },
			...{ body: "说说看。", submissionId: randomUUID() },
		}),
	ask: (seen, chance, course) => {
		const { id: blockId, lessonId } = chance.one(seen.blocks);
		return askQuestion({
			...{ by: chance.one(seen.people), course, lessonId, blockId },
			...{ passage: null, title: "一问", body: "为什么？" },
			...{ isPrivate: chance.below(3) === 0, isAnonymous: chance.below(2) > 0 },
			submissionId: randomUUID(),
		});
	},
	editThread: (seen, chance, course) =>
		editThread(chance.one(seen.questions), {
			...{ by: chance.one(seen.people), course, version: 1 },
			...{ title: "改过", body: `改过 ${chance.below(3)}。` },
		}),
	lock: (seen, chance, course) =>
		lockThread(chance.one(seen.threads), {
			by: chance.one(seen.people),
			course,
			locked: !chance.below(4),
		}),
	removeThread: (seen, chance, course) =>
		removeThread(chance.one(seen.questions), {
			by: chance.one(seen.people),
			course,
		}),
	restoreThread: (seen, chance, course) =>
		restoreThread(chance.one(seen.questions), {
			by: chance.one(seen.people),
			course,
		}),
	name: (seen, chance, course) =>
		nameRole(chance.one(seen.people).handle, {
			...{ by: null, course },
			role: chance.one(["learner", "assistant", "instructor"]),
		}),
	own: async (seen, chance) => {
		if (chance.below(4) === 0) await nameOwner(chance.one(seen.people).handle);
	},
	newLesson: async (_, chance, course) => {
		const lesson = { title: "一课", source: "一段。", questions: ["为什么？"] };
		if (chance.below(4) === 0) await createLesson(lesson, { by: null, course });
	},
	editLesson: async (seen, chance, course) => {
		const lesson = chance.one(seen.lessons);
		const now = await findLessonSource(lesson.id);
		const source = `${now.source}\n\n又一段 ${chance.below(100)}。`;
		await editLesson(lesson, { ...now, source }, { by: null, course });
	},
	order: (seen, chance, course) => {
		const numbers = seen.lessons.map(({ number }) => number);
		if (chance.below(2)) numbers.reverse();
		return orderLessons(numbers, { by: chance.one(seen.people), course });
	},
	import: (seen, chance) => {
		const documents = ["采样", "规模"].map((title, n) =>
			sourceOf(
				lessonDocument({
					title: `0${n + 1} | ${title}`,
					comments: COMMENTS.slice(0, chance.below(4)),
				}),
				`${n}.txt`,
			),
		);
		if (chance.below(2)) documents.reverse();
		const instructorId = chance.below(2)
			? chance.one(seen.people).id
			: undefined;
		return importLessons(documents, {
			...{ slug: "course", byId: null, instructorId },
			dryRun: chance.below(3) === 0,
		});
	},
	think: (seen, chance, course) => {
		const thread = seen.threads.find(({ kind }) => kind === "thinking");
		return setThinking(thread ?? { id: 0 }, {
			...{ by: chance.one(seen.people), course },
			positions: STANDARD.slice(chance.below(2)),
			writeFirst: false,
		});
	},
	addTerm: (seen, chance, course) => {
		const [source, ...renderings] = [chance.one(words), chance.one(words)];
		const by = chance.one(seen.people);
		return addTerm({ by, course, words: { source, renderings, meaning: "" } });
	},
	removeTerm: async (seen, chance, course) => {
		if (seen.terms.length > 0)
			await removeTerm(chance.one(seen.terms), {
				by: chance.one(seen.people),
				course,
			});
	},
	restoreTerm: async (seen, chance, course) => {
		if (seen.terms.length > 0)
			await restoreTerm(chance.one(seen.terms), {
				by: chance.one(seen.people),
				course,
			});
	},
};

/** The acts that conflict most. */
export const OFTEN = [
	...["post", "answer", "edit", "remove", "restore", "accept", "endorse"],
	...["vote", "voteThread", "pin", "place", "promote", "settle", "unsettle"],
	...["name", "import", "addTerm", "read"],
];
