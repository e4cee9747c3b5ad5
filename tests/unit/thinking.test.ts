import { describe, expect, it } from "vitest";
import { canSetThinking } from "#app/thinking/policy.ts";
import { isStandard, POSITION_MAX } from "#app/thinking/positions.ts";
import { thinkingSchema } from "#app/thinking/schema.ts";
import { peopleIn, spreadOf } from "#app/thinking/spread.ts";
import { THREAD_KINDS } from "#app/threads/kinds.ts";
import type { Member } from "#app/visibility/member.ts";
import { canReadReplies } from "#app/visibility/policy.ts";

const visitor: Member = { id: null, role: null };
const learner: Member = { id: 1, role: "learner" };
const assistant: Member = { id: 2, role: "assistant" };
const instructor: Member = { id: 3, role: "instructor" };

describe("a write-first thread", () => {
	const closed = { writeFirst: true, hasWritten: false };

	it("opens its replies to people who have written, and always to staff", () => {
		expect(canReadReplies(visitor, closed)).toBe(false);
		expect(canReadReplies(learner, closed)).toBe(false);
		expect(canReadReplies(learner, { ...closed, hasWritten: true })).toBe(true);
		expect(canReadReplies(assistant, closed)).toBe(true);
		expect(canReadReplies(instructor, closed)).toBe(true);
	});

	it("is the only kind that closes them", () => {
		const open = { writeFirst: false, hasWritten: false };
		for (const by of [visitor, learner, assistant, instructor])
			expect(canReadReplies(by, open)).toBe(true);
	});
});

it("only thinking questions have these settings", () => {
	const settable = THREAD_KINDS.filter((kind) =>
		canSetThinking(instructor, { kind }),
	);
	expect(settable).toEqual(["thinking"]);
});

describe("the spread", () => {
	it("keeps the positions in order and counts those that nobody holds", () => {
		const spread = spreadOf(["yes", "partly", "no"], [3, 0, 2]);
		expect(spread).toEqual([
			{ position: "yes", count: 3 },
			{ position: "partly", count: 0 },
			{ position: "no", count: 2 },
		]);
		expect(peopleIn(spread ?? [])).toBe(5);
	});

	it("is empty if no position is asked for", () => {
		expect(spreadOf([], [])).toBeNull();
		expect(peopleIn([])).toBe(0);
	});
});

describe("the settings of a thinking question", () => {
	const read = (form: Record<string, string>) =>
		thinkingSchema.safeParse({ asks: "own", positions: "", ...form });
	const messages = (form: Record<string, string>) =>
		read(form).error?.issues.map(({ path, message }) => [path[0], message]);

	it("take own words one per line, with blanks folded, none twice", () => {
		const { data } = read({ positions: " 更 快\n\n更慢 \n更慢\n一样" });
		expect(data).toEqual({
			positions: ["更 快", "更慢", "一样"],
			writeFirst: false,
		});
	});

	it("ignore the own words if others or none are asked for", () => {
		const positions = "只有一种";
		expect(read({ asks: "none", positions, writeFirst: "on" }).data).toEqual({
			positions: [],
			writeFirst: true,
		});
		const { data } = read({ asks: "standard", positions });
		expect(isStandard(data?.positions ?? [])).toBe(true);
	});

	it.each([
		["只有一种", "positionsFew"],
		["甲\n乙\n丙\n丁\n戊", "positionsMany"],
		[`甲\n${"长".repeat(POSITION_MAX + 1)}`, "positionLong"],
	])("refuse %j", (positions, message) => {
		expect(messages({ positions })).toEqual([["positions", message]]);
	});

	it("count characters, not UTF-16 units", () => {
		const { success } = read({ positions: `甲\n${"𠮷".repeat(POSITION_MAX)}` });
		expect(success).toBe(true);
	});
});
