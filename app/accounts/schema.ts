import { z } from "zod";
import {
	BIO_MAX,
	EMAIL_MAX,
	HANDLE_PATTERN,
	NAME_MAX,
	PASSWORD_MAX,
	PASSWORD_MIN,
} from "#app/accounts/policy.ts";
import { lines, optional, within } from "#app/platform/fields.ts";
import { LANGUAGES, THEMES } from "#app/platform/i18n/language.ts";

const JOINING = [
	...["Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi"],
	...["Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"],
	...["Sinhala", "Myanmar", "Khmer"],
]
	.map((script) => `\\p{Script=${script}}`)
	.join("");

/** Controls, private use, line ends, and whatever shows nothing or turns the writing direction. */
const INVISIBLE =
	/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * Joiners that belong into what is written: of one picture out of several, and between letters that join (UAX #31, 2.3).
 * They are found before what stands in front of them is looked at: marks without end would be walked from each of them.
 */
const JOINERS = new RegExp(
	[
		"\\u200d(?<=\\p{Extended_Pictographic}\\p{Emoji_Modifier}?\\u200d)(?=\\p{Extended_Pictographic})",
		`[\\u200c\\u200d](?<=[${JOINING}]\\p{M}*[\\u200c\\u200d])(?=[${JOINING}])`,
	].join("|"),
	"gu",
);

/** A name as it is kept: NFKC, blanks folded, without the marks that choose between two pictures of an emoji. */
const name = z
	.string("nameEmpty")
	.transform((text) =>
		text
			.normalize("NFKC")
			.replace(/\p{Variation_Selector}/gu, "")
			.replace(/[\p{Zs}\t\n]+/gu, " ")
			.trim(),
	)
	.pipe(
		z
			.string()
			.min(1, "nameEmpty")
			.refine(within(NAME_MAX), "nameLong")
			.refine(
				(text) => !INVISIBLE.test(text.replace(JOINERS, "")),
				"nameInvisible",
			),
	);

const email = z
	.string("emailWrong")
	.transform((text) => text.trim().toLowerCase())
	.pipe(z.email("emailWrong").max(EMAIL_MAX, "emailWrong"));

const newPassword = z
	.string("passwordShort")
	.refine((text) => !within(PASSWORD_MIN - 1)(text), "passwordShort")
	.refine(within(PASSWORD_MAX), "passwordLong");

export const signUpSchema = z.object({
	handle: z
		.string("handleWrong")
		.transform((text) => text.trim().toLowerCase())
		.pipe(z.string().regex(HANDLE_PATTERN, "handleWrong")),
	name,
	email,
	password: newPassword,
});

/** The other fields are the text that the form may carry, and where it leads. */
export const signInSchema = z.looseObject({
	email: z.string("emailWrong").transform((text) => text.trim().toLowerCase()),
	password: z
		.string("passwordEmpty")
		.min(1, "passwordEmpty")
		.max(1_000, "signInWrong"),
});

export const profileSchema = z.object({
	name,
	bio: lines(BIO_MAX, "bioLong"),
	language: optional(z.enum(LANGUAGES, "formBroken")),
	theme: optional(z.enum(THEMES, "formBroken")),
	timeZone: optional(
		z
			.string()
			.refine(
				(zone) => Intl.supportedValuesOf("timeZone").includes(zone),
				"zoneUnknown",
			),
	),
});

export const passwordSchema = z.object({
	currentPassword: z
		.string("passwordEmpty")
		.min(1, "passwordEmpty")
		.max(1_000, "passwordWrong"),
	newPassword,
});
