import { randomUUID } from "node:crypto";
import {
	checkNote,
	pinReply,
	placeNote,
	unpinReply,
	writeNote,
} from "#app/notes/commands.server.ts";
import {
	demoteQuestion,
	promoteReply,
} from "#app/questions/promotion.server.ts";
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
import { voteReply } from "#app/votes/commands.server.ts";
import { type Act, someone } from "#tests/support/acts/act.ts";
import { STANDARD } from "#tests/support/thinking.ts";

const text = (chance: { below: (n: number) => number }) =>
	["为什么？", "打卡", "我的看法。", "请问这一步怎么来的？"][chance.below(4)] ??
	"";
const words = ["涌现", "突现", "浮现", "emergence"];

export const REPLIES_ACTS: Record<string, Act> = {
	post: (seen, chance, course) => {
		const { id, kind } = chance.one(seen.threads);
		return postReply({
			...someone(seen, chance, course),
			body: text(chance),
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
			...someone(seen, chance, course),
			body: text(chance),
			version: 1 + chance.below(2),
			position: chance.below(2) ? chance.one([...STANDARD, null]) : undefined,
		}),
	remove: (seen, chance, course) =>
		removeReply(chance.one(seen.replies), someone(seen, chance, course)),
	restore: (seen, chance, course) =>
		restoreReply(chance.one(seen.replies), someone(seen, chance, course)),
	vote: (seen, chance, course) =>
		voteReply(chance.one(seen.replies).id, {
			...someone(seen, chance, course),
			voted: chance.below(3) > 0,
		}),
	accept: (seen, chance, course) =>
		acceptReply(chance.one(seen.replies), {
			...someone(seen, chance, course),
			accepted: chance.below(3) > 0,
		}),
	endorse: (seen, chance, course) =>
		endorseReply(chance.one(seen.replies), {
			...someone(seen, chance, course),
			endorsed: chance.below(3) > 0,
		}),
	say: (seen, chance, course) =>
		sayWord(chance.one(seen.replies), {
			...someone(seen, chance, course),
			word: chance.below(2) ? { kind: "caveat", text: "有条件。" } : null,
		}),
	asks: (seen, chance, course) =>
		noteAsking(chance.one(seen.replies), {
			...someone(seen, chance, course),
			asks: chance.below(2) > 0,
		}),
	pin: (seen, chance, course) =>
		pinReply(chance.one(seen.replies), {
			...someone(seen, chance, course),
			kind: "term",
			shortForm: "",
			blockId: chance.below(2) ? chance.one(seen.blocks).id : null,
			term: {
				source: chance.one(words),
				renderings: [chance.one(words), "译名"],
				meaning: "",
			},
		}),
	note: (seen, chance, course) =>
		writeNote({
			...someone(seen, chance, course),
			threadId: chance.one(seen.threads).id,
			blockId: chance.one(seen.blocks).id,
			...{ kind: "remark", body: text(chance), submissionId: randomUUID() },
		}),
	unpin: (seen, chance, course) =>
		unpinReply(chance.one(seen.replies), someone(seen, chance, course)),
	check: (seen, chance, course) =>
		checkNote(chance.one(seen.replies), {
			...someone(seen, chance, course),
			seen: { revision: 9, version: 9 },
		}),
	place: (seen, chance, course) =>
		placeNote(chance.one(seen.replies), {
			...someone(seen, chance, course),
			place: 1,
		}),
	demote: (seen, chance, course) =>
		demoteQuestion(chance.one(seen.questions), someone(seen, chance, course)),
	promote: (seen, chance, course) =>
		promoteReply(chance.one(seen.replies), {
			...someone(seen, chance, course),
			title: "另起一问",
		}),
};
