import { checkIns } from "#prisma/seed/discussion/check-ins.ts";
import { forTheDesk } from "#prisma/seed/discussion/desk.ts";
import { gatherings } from "#prisma/seed/discussion/gatherings.ts";
import { lessonOne } from "#prisma/seed/discussion/lesson-1.ts";
import { lessonTwo } from "#prisma/seed/discussion/lesson-2.ts";
import { lessonThree } from "#prisma/seed/discussion/lesson-3.ts";
import { questions } from "#prisma/seed/discussion/questions.ts";
import type { SeedThread } from "#prisma/seed/discussion/shape.ts";
import { thinkingOne } from "#prisma/seed/discussion/thinking-1.ts";
import { thinkingTwo } from "#prisma/seed/discussion/thinking-2.ts";
import { thinkingThree } from "#prisma/seed/discussion/thinking-3.ts";

export type {
	SeedPin,
	SeedReply,
	SeedThread,
} from "#prisma/seed/discussion/shape.ts";

const withCheckIns = (thread: SeedThread, lesson: 1 | 2 | 3): SeedThread => ({
	...thread,
	replies: [...thread.replies, ...checkIns[lesson]],
});

/** Every discussion of the demo course. */
export const threads: SeedThread[] = [
	withCheckIns(lessonOne, 1),
	...thinkingOne,
	withCheckIns(lessonTwo, 2),
	...thinkingTwo,
	withCheckIns(lessonThree, 3),
	...thinkingThree,
	...questions,
	...forTheDesk,
	...gatherings,
];
