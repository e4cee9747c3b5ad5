import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as acceptance from "#app/routes/replies/acceptance.tsx";
import * as editReply from "#app/routes/replies/edit.tsx";
import * as endorsement from "#app/routes/replies/endorsement.tsx";
import * as newReply from "#app/routes/replies/new.tsx";
import * as pin from "#app/routes/replies/pin.tsx";
import * as settlement from "#app/routes/replies/settlement.tsx";
import * as vote from "#app/routes/replies/vote.tsx";
import * as word from "#app/routes/replies/word.tsx";
import * as threadVote from "#app/routes/threads/vote.tsx";
import { lockThread, removeThread } from "#app/threads/commands.server.ts";
import {
	makeReply,
	makeThread,
	type Person,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import {
	ask,
	atReply,
	atThread,
	load,
	onReply,
	onThread,
} from "#tests/support/requests.ts";

const cast = useCast();
let question: Thread;
let reply: { id: number; threadId: number };

beforeEach(async () => {
	question = await makeThread(cast.course, cast.learner, { kind: "question" });
	const { id } = await makeReply(cast.course, question.id, cast.other);
	reply = { id, threadId: question.id };
});

/** Acts on a reply, each with its page's form. */
const acts: [
	string,
	{ action: (args: never) => unknown },
	() => Person,
	object,
][] = [
	[
		"pinned",
		pin,
		() => cast.assistant,
		{ pinned: "true", kind: "answer", shortForm: "写了一半" },
	],
	[
		"given a staff word",
		word,
		() => cast.assistant,
		{ kind: "caveat", text: "写了一半" },
	],
	["endorsed", endorsement, () => cast.assistant, { endorsed: "true" }],
	[
		"used to settle others",
		settlement,
		() => cast.assistant,
		{ "question-1": "on" },
	],
	["accepted", acceptance, () => cast.learner, { accepted: "true" }],
	["voted for", vote, () => cast.learner, { value: "1" }],
];

describe("a reply removed since its page was made", () => {
	beforeEach(() =>
		removeReply(
			{ ...reply, authorId: cast.other.id },
			{ by: cast.other, course: cast.course },
		),
	);

	it.each(acts)(
		"cannot be %s, and the answer says why",
		async (_, route, by, form) => {
			expect(
				await onReply(route as never, by(), reply.id, form as never),
			).toMatchObject({
				status: 409,
				data: { refusal: "replyRemoved", values: form },
			});
		},
	);

	it.each([
		["pin", pin],
		["word", word],
		["settlement", settlement],
	])("still has its form for staff: %s", async (rest, { loader }) => {
		const at = atReply(reply.id, `/${rest}`);
		expect(await ask(loader, { by: cast.assistant, ...at })).toMatchObject({
			status: 200,
			data: { path: expect.stringContaining(`/replies/${reply.id}`) },
		});
		expect(await ask(loader, { by: cast.other, ...at })).toMatchObject({
			status: 403,
		});
	});
});

it.each(acts)(
	"a reply that has become a question cannot be %s, and the answer says why",
	async (_, route, by, form) => {
		await promoteReply(reply, {
			by: cast.instructor,
			course: cast.course,
			title: "另起一问",
		});
		expect(
			await onReply(route as never, by(), reply.id, form as never),
		).toMatchObject({ status: 409, data: { refusal: "replyPromoted" } });
	},
);

describe("a thread locked since its page was made", () => {
	beforeEach(() =>
		lockThread(question, {
			by: cast.instructor,
			course: cast.course,
			locked: true,
		}),
	);

	it("refuses votes and acceptances, and says why", async () => {
		const refused = { status: 409, data: { refusal: "threadLocked" } };
		const { learner, other } = cast;
		expect([
			await onReply(acceptance, learner, reply.id, { accepted: "true" }),
			await onReply(vote, learner, reply.id, { value: "1" }),
			await onThread(threadVote, other, question.number, { value: "1" }),
		]).toMatchObject([refused, refused, refused]);
	});
});

describe("a thread removed since its page was made", () => {
	const asked = () => atThread(question.number, "/replies");
	const written = { body: "写了很久的一段话。", submissionId: randomUUID() };
	beforeEach(() =>
		removeThread(
			{ ...question, authorId: cast.learner.id },
			{ by: cast.learner, course: cast.course },
		),
	);

	it("refuses a reply, and gives the text back on a page without its words", async () => {
		for (const by of [cast.other, cast.learner, cast.assistant])
			expect(
				await ask(newReply.action, { by, ...asked(), form: written }),
			).toMatchObject({
				status: 409,
				data: { refusal: "threadRemoved", values: written },
			});
		expect(
			await load(newReply.loader, { by: cast.other, ...asked() }),
		).toMatchObject({ title: "", parent: null });
	});

	it("answers 404 if it was private", async () => {
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
			isPrivate: true,
		});
		await removeThread(
			{ ...secret, authorId: cast.learner.id },
			{ by: cast.learner, course: cast.course },
		);
		const at = atThread(secret.number, "/replies");
		expect(
			await ask(newReply.action, { by: cast.other, ...at, form: written }),
		).toMatchObject({ status: 404 });
	});
});

describe("a session that ended since the page was made", () => {
	it("costs no text, even of a question that visitors cannot find", async () => {
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
			isPrivate: true,
		});
		const { id } = await makeReply(cast.course, secret.id, cast.learner);
		const form = { body: "写了很久的一段话。", version: "1" };
		const context = { isDocument: false };
		for (const [action, at] of [
			[editReply.action, atReply(id, "/edit")],
			[newReply.action, atThread(secret.number, "/replies")],
		] as const)
			expect(
				await ask(action, { by: null, ...at, form, context }),
			).toMatchObject({
				status: 401,
				data: { refusal: "signedOut", values: { body: form.body } },
			});
	});
});
