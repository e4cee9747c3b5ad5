import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as password from "#app/routes/accounts/password.tsx";
import * as settings from "#app/routes/accounts/settings.tsx";
import * as signIn from "#app/routes/accounts/sign-in.tsx";
import * as signOut from "#app/routes/accounts/sign-out.ts";
import { makeCast, PASSWORD, type Person } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import {
	type Args,
	answerOf,
	argsOf,
	cookieOf,
} from "#tests/support/requests.ts";

const DAY = 24 * 60 * 60;

let person: Person;

beforeEach(async () => {
	await truncateAll();
	person = (await makeCast()).learner;
});

/** Sends a request with the given cookie; returns the answer and its cookie. */
async function browse(
	handler: (args: Args) => unknown,
	path: string,
	{
		cookie = "",
		form,
	}: { cookie?: string; form?: Record<string, string> } = {},
) {
	const args = await argsOf({ by: null, path, form, cookie });
	const answer = await answerOf(() => handler(args));
	return { ...answer, data: answer.data as Failure, set: args.context.cookies };
}

const enter = (cookie = "") =>
	browse(signIn.action, "/sign-in", {
		cookie,
		form: { email: person.email, password: PASSWORD },
	});

const pair = ([header = ""]: string[]) => header.split(";", 1)[0] ?? "";

/** Whether the cookie still opens the settings. */
const isSignedIn = async (cookie: string) =>
	(await browse(settings.loader, "/settings", { cookie })).status === 200;

const rows = () =>
	sql<{ id: string; seconds: number }>`
		SELECT id, extract(epoch FROM expires_at - now())::int AS seconds FROM sessions ORDER BY created_at`;

const leave = (seconds: number) =>
	sql`UPDATE sessions SET expires_at = now() + ${seconds} * interval '1 second'`;

describe("a session", () => {
	it("travels in a cookie that scripts and other sites do not get", async () => {
		const [header = "", ...others] = (await enter()).set;
		expect(others).toEqual([]);
		const [name, ...attributes] = header.split("; ");
		expect(name).toMatch(/^session=[a-z0-9]{40}$/);
		expect(attributes.toSorted()).toEqual([
			"HttpOnly",
			`Max-Age=${30 * DAY}`,
			"Path=/",
			"SameSite=Lax",
		]);
	});

	it("is stored under the hash of the cookie's value", async () => {
		const cookie = pair((await enter()).set);
		const id = cookie.slice("session=".length);
		const [row] = await rows();
		expect(row?.id).toBe(createHash("sha256").update(id).digest("hex"));
		expect(await isSignedIn(`session=${row?.id}`)).toBe(false);
	});

	it("is new at each sign-in, and ends the browser's earlier one", async () => {
		const first = pair((await enter()).set);
		const elsewhere = pair((await enter()).set);
		const second = pair((await enter(first)).set);
		expect(new Set([first, elsewhere, second]).size).toBe(3);
		expect(await isSignedIn(first)).toBe(false);
		expect(await isSignedIn(elsewhere)).toBe(true);
		expect(await isSignedIn(second)).toBe(true);
	});

	it("is not taken from an invented cookie", async () => {
		const planted = "session=plantedplantedplantedplantedplantedplant";
		const cookie = pair((await enter(planted)).set);
		expect(cookie).not.toBe(planted);
		expect(await isSignedIn(planted)).toBe(false);
	});

	it("ends when its time is over, and clears its cookie", async () => {
		const cookie = await cookieOf(person);
		await leave(-1);
		const { status, location, set } = await browse(
			settings.loader,
			"/settings",
			{ cookie },
		);
		expect({ status, location }).toEqual({
			status: 302,
			location: "/sign-in?redirectTo=%2Fsettings",
		});
		expect(set).toEqual([expect.stringContaining("session=; ")]);
		expect(set[0]).toContain("Max-Age=0");
		expect(await rows()).toEqual([]);
	});

	it("is renewed in the second half of its life, and not before", async () => {
		const cookie = await cookieOf(person);
		await leave(16 * DAY);
		const early = await browse(settings.loader, "/settings", { cookie });
		expect(early.set).toEqual([]);
		await leave(14 * DAY);
		const late = await browse(settings.loader, "/settings", { cookie });
		expect(pair(late.set)).toBe(cookie);
		const [row] = await rows();
		expect(row?.seconds).toBeGreaterThan(30 * DAY - 60);
	});

	it("ends for good by signing out, which also works without one", async () => {
		const cookie = await cookieOf(person);
		for (let i = 0; i < 2; i++) {
			const { status, location, set } = await browse(
				signOut.action,
				"/sign-out",
				{ cookie, form: {} },
			);
			expect({ status, location }).toEqual({ status: 303, location: "/" });
			expect(set[0]).toContain("Max-Age=0");
		}
		expect(await isSignedIn(cookie)).toBe(false);
	});
});

describe("a new password", () => {
	const change = (cookie: string, currentPassword: string) =>
		browse(password.action, "/settings/password", {
			cookie,
			form: { currentPassword, newPassword: "another good sentence" },
		});

	it("ends all sessions, and starts a new one in this browser", async () => {
		const [here, elsewhere] = [await cookieOf(person), await cookieOf(person)];
		const { status, location, set } = await change(here, PASSWORD);
		expect({ status, location }).toEqual({
			status: 303,
			location: "/settings?password=1#saved",
		});
		expect(await isSignedIn(here)).toBe(false);
		expect(await isSignedIn(elsewhere)).toBe(false);
		expect(await isSignedIn(pair(set))).toBe(true);
		expect(await enter()).toMatchObject({ status: 422 });
	});

	it("needs the present one, and otherwise changes nothing", async () => {
		const cookie = await cookieOf(person);
		const { status, data } = await change(cookie, "a wrong guess");
		expect(status).toBe(422);
		expect(data.errors).toEqual({ currentPassword: "passwordWrong" });
		expect(data.values).toEqual({});
		expect(await isSignedIn(cookie)).toBe(true);
		expect(await enter()).toMatchObject({ status: 303 });
	});

	it("allows ten wrong guesses in a quarter of an hour", async () => {
		const cookie = await cookieOf(person);
		for (let i = 0; i < 10; i++)
			expect((await change(cookie, `guess ${i}`)).status).toBe(422);
		const { status, retryAfter } = await change(cookie, PASSWORD);
		expect(status).toBe(429);
		expect(Number(retryAfter)).toBeGreaterThan(800);
		expect(await isSignedIn(cookie)).toBe(true);
	});

	it("allows no more guesses if twenty come at once", async () => {
		const cookie = await cookieOf(person);
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, i) => change(cookie, `guess ${i}`)),
		);
		const statuses = answers.map(({ status }) => status).toSorted();
		expect(statuses).toEqual([...Array(10).fill(422), ...Array(10).fill(429)]);
	});
});
