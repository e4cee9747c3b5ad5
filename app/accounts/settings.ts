import { z } from "zod";
import { LANGUAGES, THEMES } from "#app/platform/language.ts";

const ZONES = new Set(Intl.supportedValuesOf("timeZone"));

export const choices = {
	language: z.enum(LANGUAGES, "formBroken"),
	theme: z.enum(THEMES, "formBroken"),
	timeZone: z.string().refine((zone) => ZONES.has(zone), "zoneUnknown"),
};

/** As `users.settings` keeps them. One that is missing or broken there is its default. */
export const accountSettings = z.object({
	language: choices.language.nullable().catch(null),
	theme: choices.theme.nullable().catch(null),
	timeZone: choices.timeZone.nullable().catch(null),
});

export type AccountSettings = z.output<typeof accountSettings>;
