import { randomUUID } from "node:crypto";
import {
	answerPublishing,
	askQuestion,
	claimQuestion,
	proposePublishing,
	withdrawProposal,
} from "#app/questions/commands.server.ts";
import {
	settleQuestions,
	unsettleQuestion,
} from "#app/questions/settling.server.ts";
import {
	editThread,
	lockThread,
	removeThread,
	restoreThread,
	startThread,
} from "#app/threads/commands.server.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import { type Act, someone } from "#tests/support/acts/act.ts";
import { STANDARD } from "#tests/support/thinking.ts";

export const THREADS_ACTS: Record<string, Act> = {
	voteThread: (seen, chance, course) =>
		voteThread(chance.one(seen.questions).id, {
			...someone(seen, chance, course),
			voted: chance.below(3) > 0,
		}),
	settle: (seen, chance, course) => {
		const numbers = [1, 2].map(() => chance.one(seen.questions).number);
		const by = chance.one(seen.people);
		return settleQuestions(chance.one(seen.replies), { by, course, numbers });
	},
	unsettle: (seen, chance, course) =>
		unsettleQuestion(chance.one(seen.questions), someone(seen, chance, course)),
	claim: (seen, chance, course) =>
		claimQuestion(chance.one(seen.questions), {
			...someone(seen, chance, course),
			claimed: chance.below(2) > 0,
		}),
	propose: (seen, chance, course) =>
		proposePublishing(
			chance.one(seen.questions),
			someone(seen, chance, course),
		),
	withdraw: (seen, chance, course) =>
		withdrawProposal(chance.one(seen.questions), someone(seen, chance, course)),
	publish: (seen, chance, course) =>
		answerPublishing(chance.one(seen.questions), {
			...someone(seen, chance, course),
			published: chance.below(2) > 0,
		}),
	start: (seen, chance, course) =>
		startThread({
			...someone(seen, chance, course),
			kind: "topic",
			...{ lessonId: chance.one(seen.lessons).id, title: "一个话题" },
			...{ body: "说说看。", submissionId: randomUUID() },
		}),
	ask: (seen, chance, course) => {
		const { id: blockId, lessonId } = chance.one(seen.blocks);
		return askQuestion({
			...someone(seen, chance, course),
			lessonId,
			blockId,
			...{ passage: null, title: "一问", body: "为什么？" },
			...{ isPrivate: chance.below(3) === 0, isAnonymous: chance.below(2) > 0 },
			submissionId: randomUUID(),
		});
	},
	editThread: (seen, chance, course) =>
		editThread(chance.one(seen.questions), {
			...someone(seen, chance, course),
			version: 1,
			...{ title: "改过", body: `改过 ${chance.below(3)}。` },
		}),
	lock: (seen, chance, course) =>
		lockThread(chance.one(seen.threads), {
			...someone(seen, chance, course),
			locked: !chance.below(4),
		}),
	removeThread: (seen, chance, course) =>
		removeThread(chance.one(seen.questions), someone(seen, chance, course)),
	restoreThread: (seen, chance, course) =>
		restoreThread(chance.one(seen.questions), someone(seen, chance, course)),
	think: (seen, chance, course) => {
		const thread = seen.threads.find(({ kind }) => kind === "thinking");
		return setThinking(thread ?? { id: 0 }, {
			...someone(seen, chance, course),
			positions: STANDARD.slice(chance.below(2)),
			writeFirst: false,
		});
	},
};
