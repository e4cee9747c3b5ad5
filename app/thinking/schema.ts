import { z } from "zod";
import {
	hasVisibleText,
	naming,
	ticked,
	within,
} from "#app/platform/forms/fields.ts";
import {
	POSITION_MAX,
	POSITIONS_MAX,
	POSITIONS_MIN,
	STANDARD_POSITIONS,
} from "#app/thinking/positions.ts";

/** One a line, blanks folded, without duplicates. */
const ownWords = z
	.string()
	.default("")
	.transform((text) => {
		const words = text
			.split("\n")
			.map((line) => line.replace(/\s+/g, " ").trim());
		return [...new Set(words.filter(hasVisibleText))];
	});

/** Own words are read only where they are chosen. */
export const thinkingSchema = z
	.object({
		asks: z.enum(["none", "standard", "own"], "formBroken"),
		positions: ownWords,
		writeFirst: ticked,
	})
	.superRefine(({ asks, positions }, context) => {
		if (asks !== "own") return;
		const wrong =
			positions.length < POSITIONS_MIN
				? naming(POSITIONS_MIN, "positionsFew")
				: positions.length > POSITIONS_MAX
					? naming(POSITIONS_MAX, "positionsMany")
					: !positions.every(within(POSITION_MAX)) &&
						naming(POSITION_MAX, "positionLong");
		if (wrong)
			context.addIssue({ code: "custom", path: ["positions"], ...wrong });
	})
	.transform(({ asks, positions, writeFirst }) => ({
		positions: { none: [], standard: [...STANDARD_POSITIONS], own: positions }[
			asks
		],
		writeFirst,
	}));
