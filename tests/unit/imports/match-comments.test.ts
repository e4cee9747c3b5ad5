import { describe, expect, it } from "vitest";
import { matchComments } from "#app/imports/match-comments.ts";

type Row = [nickname: string, date: string | null, text: string];

const comment = ([nickname, date, text]: Row) => ({ nickname, date, text });

/** Each comment's old place, or null. */
function match(old: Row[], next: Row[], left: number[] = []) {
	const before = old.map((row, i) => ({
		...comment(row),
		left: left.includes(i),
	}));
	return matchComments(before, next.map(comment)).map((was) =>
		was ? before.indexOf(was) : null,
	);
}

const FIRST: Row = ["林间", "2024-03-01", "缓存命中以后延迟降了一半。"];
const SECOND: Row = ["林间", "2024-03-01", "想问问批处理的大小怎么定？"];
const THIRD: Row = ["林间", "2024-03-01", "读完了，谢谢老师。"];
const OTHER: Row = ["海鸥", "2024-03-01", "读完了，谢谢老师。"];

describe("the comments of a document that comes again", () => {
	it.each<[string, Row[], Row[], (number | null)[]]>([
		["in another order", [FIRST, SECOND], [SECOND, FIRST], [1, 0]],
		[
			"in another order, one edited",
			[FIRST, SECOND, THIRD],
			[
				["林间", "2024-03-01", "想问问，批处理的大小怎么定才好？"],
				THIRD,
				FIRST,
			],
			[1, 2, 0],
		],
		["with the first gone", [FIRST, SECOND], [SECOND], [1]],
		[
			"with one of the same day and name before",
			[FIRST],
			[SECOND, FIRST],
			[null, 0],
		],
		["by somebody else with the same words", [THIRD], [OTHER], [null]],
		[
			"with a date at last",
			[["林间", null, "缓存命中以后延迟降了一半。"], SECOND],
			[SECOND, FIRST],
			[1, 0],
		],
		[
			"edited, and of another day",
			[FIRST],
			[["林间", "2024-03-02", "缓存命中以后，延迟降了一大半。"]],
			[0],
		],
		[
			"written anew in its place",
			[FIRST, SECOND],
			[FIRST, ["林间", "2024-03-01", "算了，我自己查到了。"]],
			[0, 1],
		],
		[
			"written anew, of another day",
			[FIRST],
			[["林间", "2024-03-02", "算了，我自己查到了。"]],
			[null],
		],
		["said twice", [THIRD, THIRD], [THIRD, THIRD], [0, 1]],
	])("keep their replies: %s", (_, old, next, expected) => {
		expect(match(old, next)).toEqual(expected);
	});

	it("are not taken for one that left, but where the words say so", () => {
		expect(match([FIRST], [SECOND], [0])).toEqual([null]);
		expect(match([FIRST], [FIRST], [0])).toEqual([0]);
		expect(match([FIRST, FIRST], [FIRST], [0])).toEqual([1]);
	});
});
