import { beforeEach, describe, expect, it, vi } from "vitest";
import { attemptsOf } from "#app/accounts/attempts.server.ts";
import { SIGN_IN_NETWORK } from "#app/accounts/limits.server.ts";
import { resumeFields } from "#app/accounts/resume.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { limited, network } from "#app/platform/http/rate-limit.server.ts";
import { pool } from "#app/platform/postgres/db.server.ts";
import * as signIn from "#app/routes/accounts/sign-in.tsx";
import { makeCast, PASSWORD, type Person } from "#tests/support/cast.ts";
import { truncateAll, workersDatabase } from "#tests/support/database.ts";
import { ask } from "#tests/support/requests.ts";

const HERE = "192.0.2.1";

let person: Person;

beforeEach(async () => {
	await truncateAll();
	person = (await makeCast()).learner;
});

const send = (form: Record<string, string> = {}, address = HERE) =>
	ask<Failure>(signIn.action, {
		by: null,
		path: "/sign-in",
		form: { email: person.email, password: PASSWORD, ...form },
		context: { address },
	});

const wrong = { password: "not the password" };
const failTenTimes = async () => {
	for (let i = 0; i < 10; i++) expect((await send(wrong)).status).toBe(422);
};

describe("signing in", () => {
	it("goes on to the page the person wanted", async () => {
		const redirectTo = "/courses/course/threads/1?page=2#reply-3";
		expect(await send({ redirectTo })).toMatchObject({
			status: 303,
			location: redirectTo,
		});
		expect(
			await send({ email: ` ${person.email.toUpperCase()} ` }),
		).toMatchObject({ status: 303, location: "/" });
	});

	it.each([
		"//elsewhere.example",
		"https://elsewhere.example/",
		"/\\elsewhere.example",
		"javascript:alert(1)",
	])("never leads to %s", async (redirectTo) => {
		expect(await send({ redirectTo })).toMatchObject({ location: "/" });
	});

	it("gives back the waiting text, only for an address of this site", async () => {
		const resume = {
			action: "/courses/course/threads/1/replies",
			values: { body: "等了很久。", submissionId: "s" },
		};
		expect(await send(resumeFields(resume))).toMatchObject({
			status: 200,
			data: { ok: true, resume },
		});
		const foreign = { ...resume, action: "//elsewhere.example/" };
		expect(await send(resumeFields(foreign))).toMatchObject({ status: 303 });
	});

	it("keeps the waiting text through a wrong password", async () => {
		const waiting = resumeFields({ action: "/x", values: { body: "文字" } });
		const { data } = await send({ ...waiting, ...wrong });
		expect(data.values).toEqual({ email: person.email, ...waiting });
	});

	it("sends back no field that it does not know", async () => {
		const { data } = await send({ ...wrong, foo: "BAR", resume: "x" });
		expect(data.values).toEqual({ email: person.email });
	});

	it("says the same for an unknown address as for a wrong password", async () => {
		const known = await send(wrong);
		const unknown = await send({ ...wrong, email: "nobody@example.com" });
		expect(known).toMatchObject({
			status: 422,
			data: {
				errors: { form: "signInWrong" },
				values: { email: person.email },
			},
		});
		unknown.data.values = known.data.values;
		expect(unknown).toEqual(known);
	});

	it("takes as long for an unknown address as for a known one", async () => {
		const timed = async (email: string) => {
			const start = performance.now();
			await send({ ...wrong, email }, `192.0.2.${Math.floor(start) % 250}`);
			return performance.now() - start;
		};
		const known: number[] = [];
		const unknown: number[] = [];
		for (let i = 0; i < 9; i++) {
			known.push(await timed(person.email));
			unknown.push(await timed(`nobody${i}@example.com`));
		}
		const median = (times: number[]) =>
			times.toSorted((a, b) => a - b).at(4) ?? 0;
		const ratio = median(unknown) / median(known);
		expect(ratio).toBeGreaterThan(1 / 3);
		expect(ratio).toBeLessThan(3);
	});
});

describe("failed sign-ins", () => {
	it("block after ten, for a quarter of an hour, the right password too", async () => {
		await failTenTimes();
		for (const form of [wrong, {}]) {
			const { status, retryAfter, data } = await send(form);
			expect(status).toBe(429);
			expect(Number(retryAfter)).toBeGreaterThan(800);
			expect(Number(retryAfter)).toBeLessThanOrEqual(900);
			expect(data).toMatchObject({
				refusal: "tooFast",
				retryAfter: Number(retryAfter),
				values: { email: person.email },
			});
			expect(data.values).not.toHaveProperty("password");
		}
	});

	it("count by account and network together", async () => {
		await failTenTimes();
		expect(await send({}, "192.0.2.2")).toMatchObject({ status: 303 });
		const other = { ...wrong, email: "xulan@example.com" };
		expect(await send(other)).toMatchObject({ status: 422 });
		expect(await send({ email: "xulan@example.com" })).toMatchObject({
			status: 303,
		});
	});

	it("count for unknown addresses too", async () => {
		const unknown = { ...wrong, email: "nobody@example.com" };
		for (let i = 0; i < 10; i++) await send(unknown);
		expect(await send(unknown)).toMatchObject({ status: 429 });
	});

	it("block a network after a hundred, for any account and for the right password too", async () => {
		for (let i = 0; i < 99; i++)
			await limited(SIGN_IN_NETWORK, network("2001:db8::1"));
		const last = { ...wrong, email: "nobody@example.com" };
		expect(await send(last, "2001:db8::2")).toMatchObject({ status: 422 });
		for (const form of [wrong, {}]) {
			const { status, retryAfter, data } = await send(form, "2001:db8::ffff");
			expect(status).toBe(429);
			expect(Number(retryAfter)).toBeGreaterThan(800);
			expect(data).toMatchObject({
				refusal: "tooFast",
				values: { email: person.email },
			});
			expect(data.values).not.toHaveProperty("password");
		}
		expect(await send({}, "2001:db8:0:1::1")).toMatchObject({ status: 303 });
	});

	it("that come at once are refused before they keep everybody waiting", async () => {
		const many = Array.from({ length: 150 }, (_, i) =>
			send({ ...wrong, email: `nobody${i}@example.com` }),
		);
		expect(await send({}, "192.0.2.2")).toMatchObject({ status: 303 });
		const answers = await Promise.all(many);
		const refused = answers.filter(({ status }) => status !== 422);
		expect(refused.length).toBeGreaterThan(0);
		for (const { status, retryAfter, data } of refused) {
			expect(status).toBe(503);
			expect(retryAfter).toBe("3");
			expect(data).toMatchObject({
				refusal: "busy",
				values: { email: expect.stringMatching(/^nobody/) },
			});
		}
	});

	it("that come twenty at once still count ten", async () => {
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => send(wrong)),
		);
		const statuses = answers.map(({ status }) => status).toSorted();
		expect(statuses).toEqual([...Array(10).fill(422), ...Array(10).fill(429)]);
		expect(await send()).toMatchObject({ status: 429 });
	});

	it("count for every process, and after a restart", async () => {
		await failTenTimes();
		vi.resetModules();
		const database = await import("#app/platform/postgres/db.server.ts");
		expect(database.pool).not.toBe(pool);
		database.connectDatabase({ url: await workersDatabase() });
		const { exhausted } = await import(
			"#app/platform/http/rate-limit.server.ts"
		);
		const [[limit, key]] = attemptsOf(person.email, HERE);
		expect(await exhausted(limit, key)).toBeGreaterThan(800);
		expect(await exhausted(limit, "another")).toBeNull();
		await database.disconnectDatabase();
		// Later files of this worker need an open database.
		vi.resetModules();
	});
});
