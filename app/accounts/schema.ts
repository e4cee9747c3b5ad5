import { z } from "zod";
import {
	BIO_MAX,
	EMAIL_MAX,
	HANDLE_PATTERN,
	NAME_MAX,
	PASSWORD_MAX,
	PASSWORD_MIN,
} from "#app/accounts/policy.ts";
import { choices } from "#app/accounts/settings.ts";
import { lines, naming, optional, within } from "#app/platform/forms/fields.ts";

const JOINING = [
	...["Arabic", "Syriac", "Mongolian", "Devanagari", "Bengali", "Gurmukhi"],
	...["Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"],
	...["Sinhala", "Myanmar", "Khmer"],
]
	.map((script) => `\\p{Script=${script}}`)
	.join("");

/** Controls, private use, line ends, invisible characters, direction changes. */
const INVISIBLE =
	/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Joiners in emoji and between letters (UAX #31, 2.3), matched first: runs of marks are then walked only once. */
const JOINERS = new RegExp(
	[
		"\\u200d(?<=\\p{Extended_Pictographic}\\p{Emoji_Modifier}?\\u200d)(?=\\p{Extended_Pictographic})",
		`[\\u200c\\u200d](?<=[${JOINING}]\\p{M}*[\\u200c\\u200d])(?=[${JOINING}])`,
	].join("|"),
	"gu",
);

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
			.refine(within(NAME_MAX), naming(NAME_MAX, "nameLong"))
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
	.string("formBroken")
	.refine(
		(text) => !within(PASSWORD_MIN - 1)(text),
		naming(PASSWORD_MIN, "passwordShort"),
	)
	.refine(within(PASSWORD_MAX), naming(PASSWORD_MAX, "passwordLong"));

export const signUpSchema = z.object({
	handle: z
		.string("handleWrong")
		.transform((text) => text.trim().toLowerCase())
		.pipe(z.string().regex(HANDLE_PATTERN, "handleWrong")),
	name,
	email,
	password: newPassword,
});

/** Other fields: the carried text, and where it leads. */
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
	language: optional(choices.language),
	theme: optional(choices.theme),
	timeZone: optional(choices.timeZone),
});

export const passwordSchema = z.object({
	currentPassword: z
		.string("passwordEmpty")
		.min(1, "passwordEmpty")
		.max(1_000, "passwordWrong"),
	newPassword,
});
