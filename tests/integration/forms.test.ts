import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Failure, Fault } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as password from "#app/routes/accounts/password.tsx";
import * as settings from "#app/routes/accounts/settings.tsx";
import * as signIn from "#app/routes/accounts/sign-in.tsx";
import * as signUp from "#app/routes/accounts/sign-up.tsx";
import * as members from "#app/routes/courses/members.tsx";
import * as course from "#app/routes/courses/new.tsx";
import * as lesson from "#app/routes/lessons/new.tsx";
import * as order from "#app/routes/lessons/order.tsx";
import * as reply from "#app/routes/replies/new.tsx";
import * as pin from "#app/routes/replies/pin.tsx";
import * as vote from "#app/routes/replies/vote.tsx";
import * as lock from "#app/routes/threads/lock.tsx";
import * as thread from "#app/routes/threads/new.tsx";
import { en } from "#app/words/en.ts";
import { sentenceOf } from "#app/words/sentence.ts";
import { zh } from "#app/words/zh.ts";
import { truncateAll } from "#tests/support/database.ts";
import { ask } from "#tests/support/requests.ts";
import { makeScene, plausibleForm, type Scene } from "#tests/support/scene.ts";

let scene: Scene;

beforeAll(async () => {
	await truncateAll();
	scene = await makeScene();
});

beforeEach(async () => {
	await sql`TRUNCATE rate_limits`;
});

const actions = {
	...{ reply, thread, lesson, order, course, members, pin, lock, vote },
	...{ settings, password, signIn, signUp },
};

/** Fields that these forms need in addition to, or instead of, the plausible ones. */
const beside: Partial<Record<keyof typeof actions, Record<string, string>>> = {
	pin: { kind: "term" },
	signIn: { email: "zhou@example.com", password: "a wrong guess" },
	signUp: {
		handle: "bai-lu",
		name: "白露",
		email: "bailu@example.com",
		password: "a sentence is fine",
	},
};

/** Sends a form that is valid except for one field; undefined leaves it out. */
function send(
	form: keyof typeof actions,
	field: string,
	value: string | undefined,
) {
	const { [field]: _, ...others } = {
		...plausibleForm(scene),
		...beside[form],
	};
	return ask<Failure>(actions[form].action, {
		by: scene.people.owner,
		path: "/",
		params: {
			course: "course",
			number: String(scene.topic.number),
			id: String(scene.replies.standing.id),
		},
		form: value === undefined ? others : { ...others, [field]: value },
	});
}

const long = (characters: number) => "𠮷".repeat(characters);
const formulas = (count: number) => "$x$ ".repeat(count);

type Case = [keyof typeof actions, string, string | undefined, Fault];

const CASES: Case[] = [
	["reply", "body", "", "bodyEmpty"],
	["reply", "body", " \n　", "bodyEmpty"],
	["reply", "body", undefined, "bodyEmpty"],
	["reply", "body", "\0\0", "bodyEmpty"],
	["reply", "body", "\u200b\u2060 \u0007\n\u3164", "bodyEmpty"],
	["reply", "body", long(30_001), ["bodyLong", 30_000]],
	["reply", "body", formulas(201), "render_formulas"],
	["reply", "body", `${"> ".repeat(51)}x`, "render_nesting"],
	["reply", "submissionId", undefined, "formBroken"],
	["reply", "submissionId", "1", "formBroken"],
	["reply", "parentId", "0", "formBroken"],
	["reply", "parentId", "9999999999", "formBroken"],
	["thread", "title", " ", "titleEmpty"],
	["thread", "title", "\u200b", "titleEmpty"],
	["thread", "body", "\ufeff\u200d", "bodyEmpty"],
	["thread", "title", long(201), ["titleLong", 200]],
	["thread", "kind", "lesson", "kindUnknown"],
	["thread", "lesson", "99", "lessonUnknown"],
	["thread", "lesson", "x", "lessonUnknown"],
	["lesson", "body", "", "bodyEmpty"],
	["lesson", "body", "\u200b", "bodyEmpty"],
	["lesson", "title", long(201), ["titleLong", 200]],
	["lesson", "questions", "甲？\n".repeat(21), ["questionsMany", 20]],
	["lesson", "questions", long(2_001), ["questionLong", 2_000]],
	["order", "order", "", "formBroken"],
	["order", "order", "1;2", "formBroken"],
	["course", "slug", "课程", "slugWrong"],
	["course", "slug", "course", "slugTaken"],
	["course", "slug", "new", "slugTaken"],
	["course", "description", long(2_001), ["descriptionLong", 2_000]],
	["members", "handle", "nobody", "handleUnknown"],
	["members", "role", "dean", "roleUnknown"],
	["pin", "shortForm", long(301), ["shortFormLong", 300]],
	["pin", "kind", "topic", "kindUnknown"],
	["pin", "pinned", "maybe", "formBroken"],
	["lock", "locked", undefined, "formBroken"],
	["vote", "value", "2", "formBroken"],
	["settings", "name", long(41), ["nameLong", 40]],
	["settings", "name", "\u200b", "nameInvisible"],
	["settings", "bio", long(2_001), ["bioLong", 2_000]],
	["settings", "bio", formulas(201), "render_formulas"],
	["settings", "language", "fr", "formBroken"],
	["settings", "theme", "pink", "formBroken"],
	["settings", "timeZone", "Mars/Base", "zoneUnknown"],
	["password", "newPassword", "short", ["passwordShort", 10]],
	["password", "currentPassword", "", "passwordEmpty"],
	["password", "currentPassword", "another one", "passwordWrong"],
	["signIn", "email", undefined, "emailWrong"],
	["signIn", "password", "", "passwordEmpty"],
	["signUp", "handle", "ab", "handleWrong"],
	["signUp", "email", "a@b", "emailWrong"],
	["signUp", "password", long(257), ["passwordLong", 256]],
];

describe("an invalid form", () => {
	it.each(CASES)(
		"answers 422 with a sentence at the field and keeps the text: %s, %s: %.20j",
		async (form, field, value, error) => {
			const { status, data } = await send(form, field, value);
			expect(status).toBe(422);
			const place = error === "formBroken" ? "form" : field;
			expect(data.errors).toEqual({ [place]: error });
			for (const words of [zh, en])
				expect(sentenceOf(words.errors, error)).toEqual(expect.any(String));
			const isSecret = /password/i.test(field);
			const kept = isSecret ? undefined : value?.replaceAll("\0", "");
			expect(data.values[field]).toBe(kept);
		},
	);

	it("of a sign-up reports everything at once: wrong fields and taken names", async () => {
		const { status, data } = await ask<Failure>(signUp.action, {
			by: null,
			path: "/sign-up",
			form: {
				handle: scene.people.other.handle,
				name: "顾 老师",
				email: ` ${scene.people.learner.email.toUpperCase()}`,
				password: "short",
			},
		});
		expect(status).toBe(422);
		expect(data.errors).toEqual({
			handle: "handleTaken",
			name: "nameOfStaff",
			email: "emailTaken",
			password: ["passwordShort", 10],
		});
	});

	it("never gets a password back", async () => {
		const { data } = await send("signUp", "handle", "ab");
		expect(Object.keys(data.values)).toContain("email");
		for (const secret of ["a sentence is fine", "correct horse battery"])
			expect(JSON.stringify(data)).not.toContain(secret);
	});
});
