import { z } from "zod";

/** As `courses.settings` keeps them, each with a default by `catch`. There are none yet. */
export const courseSettings = z.object({});

export type CourseSettings = z.output<typeof courseSettings>;
