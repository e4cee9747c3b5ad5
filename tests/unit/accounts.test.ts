import { describe, expect, it } from "vitest";
import { attemptsOf } from "#app/accounts/attempts.server.ts";
import { hashPassword, isPassword } from "#app/accounts/passwords.server.ts";
import { resumeFields, resumeFrom } from "#app/accounts/resume.ts";
import {
	passwordSchema,
	profileSchema,
	signInSchema,
	signUpSchema,
} from "#app/accounts/schema.ts";

const person = {
	handle: "bai-lu",
	name: "白露",
	email: "bailu@example.com",
	password: "a sentence is fine",
};

/** The field's message for a value; undefined if it is valid. */
const complaint = (field: keyof typeof person, value: unknown) =>
	signUpSchema
		.safeParse({ ...person, [field]: value })
		.error?.issues.find(({ path }) => path[0] === field)?.message;

describe("signing up", () => {
	it("keeps the person's fields, with handle and address in lower case", () => {
		const form = { ...person, handle: " Bai-Lu ", email: "BaiLu@Example.com " };
		expect(signUpSchema.parse(form)).toEqual(person);
	});

	it.each(["ab", "x".repeat(31), "白露", "a b", "a.b", "", undefined])(
		"refuses the handle %j",
		(handle) => expect(complaint("handle", handle)).toBe("handleWrong"),
	);

	it.each([
		"",
		"a",
		"a@b",
		"a b@example.com",
		`${"x".repeat(250)}@example.com`,
	])("refuses the address %j", (email) =>
		expect(complaint("email", email)).toBe("emailWrong"),
	);

	it.each([
		["九个字的密码不够长", "passwordShort"],
		["十个字的密码刚刚够长", undefined],
		["𠮷".repeat(256), undefined],
		["𠮷".repeat(257), "passwordLong"],
	])("counts a password's length in characters: %s", (password, expected) => {
		expect(complaint("password", password)).toBe(expected);
	});

	it("keeps blanks at the ends of a password", () => {
		const password = " with its blanks ";
		expect(signUpSchema.parse({ ...person, password }).password).toBe(password);
	});
});

describe("settings", () => {
	const form = {
		name: "白露",
		bio: " 你好 ",
		language: "",
		theme: "",
		timeZone: "",
	};

	it("read an empty choice as none", () => {
		expect(profileSchema.parse(form)).toEqual({
			name: "白露",
			bio: "你好",
			language: null,
			theme: null,
			timeZone: null,
		});
	});

	it("allow only the known languages, themes and zones", () => {
		const good = { language: "en", theme: "dark", timeZone: "Europe/Berlin" };
		expect(profileSchema.parse({ ...form, ...good })).toMatchObject(good);
		const bad = { language: "fr", theme: "pink", timeZone: "Mars/Base" };
		for (const [field, value] of Object.entries(bad))
			expect(profileSchema.safeParse({ ...form, [field]: value }).success).toBe(
				false,
			);
	});

	it("allow a bio of 2,000 characters", () => {
		const ofLength = (n: number) => ({ ...form, bio: "𠮷".repeat(n) });
		expect(profileSchema.safeParse(ofLength(2000)).success).toBe(true);
		expect(profileSchema.safeParse(ofLength(2001)).success).toBe(false);
	});

	it("check the length of a new password, and only the presence of the current one", () => {
		const change = { currentPassword: "old", newPassword: "a new sentence" };
		expect(passwordSchema.safeParse(change).success).toBe(true);
		expect(
			passwordSchema.safeParse({ ...change, currentPassword: "" }).success,
		).toBe(false);
		expect(
			passwordSchema.safeParse({ ...change, newPassword: "short" }).success,
		).toBe(false);
	});
});

describe("signing in", () => {
	it("takes an address as typed, without checking its format", () => {
		const form = { email: " BaiLu@Example.com", password: "x" };
		expect(signInSchema.parse(form)).toEqual({
			email: "bailu@example.com",
			password: "x",
		});
	});

	it("accepts only the right password", async () => {
		const stored = await hashPassword(person.password, null);
		expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(await isPassword(stored, person.password, null)).toBe(true);
		expect(await isPassword(stored, `${person.password} `, null)).toBe(false);
	});

	it("returns false without an account, and does not throw", async () => {
		expect(await isPassword(undefined, person.password, null)).toBe(false);
	});

	it("counts by account and network, under a key that reveals neither, and by network", () => {
		const keys = (email: string, address: string) =>
			attemptsOf(`${email}@example.com`, address).map(([, key]) => key);
		const [key, from] = keys("bailu", "192.0.2.1");
		expect(key).toMatch(/^[0-9a-f]{64}$/);
		expect(from).toBe("192.0.2.1");
		expect(keys("bailu", "192.0.2.2")[0]).not.toBe(key);
		expect(keys("maya", "192.0.2.1")[0]).not.toBe(key);
		expect(keys("bailu", "::ffff:192.0.2.1")).toEqual([key, from]);
	});
});

describe("a text that waits for a sign-in", () => {
	const resume = {
		action: "/courses/llm/threads/3/replies",
		values: { body: "第一行\n第二行", parentId: "7", submissionId: "s" },
	};

	it("comes out of the form as it went in", () => {
		const submitted = {
			email: "bailu@example.com",
			redirectTo: "/",
			...resumeFields(resume),
		};
		expect(resumeFrom(submitted)).toEqual(resume);
	});

	it("cannot change its target address", () => {
		const values = { body: "x", action: "https://elsewhere.example" };
		expect(resumeFrom(resumeFields({ action: "/here", values }))).toEqual({
			action: "/here",
			values: { body: "x" },
		});
	});

	it("is absent from an ordinary sign-in", () => {
		expect(resumeFrom({ email: "bailu@example.com" })).toBeUndefined();
	});
});
