import { describe, expect, it } from "vitest";
import { savePreferences } from "#app/accounts/commands.server.ts";
import { SIGN_UP } from "#app/accounts/limits.server.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { nameOwner } from "#app/members/commands.server.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { limited, network } from "#app/platform/http/rate-limit.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as settings from "#app/routes/accounts/settings.tsx";
import * as signUp from "#app/routes/accounts/sign-up.tsx";
import { type Person, useCast } from "#tests/support/cast.ts";
import { argsOf, ask, load } from "#tests/support/requests.ts";

const NEW = {
	handle: "bai-lu",
	name: "白露",
	email: "BaiLu@Example.com",
	password: "a sentence is fine",
};

const cast = useCast();

const send = (form: Record<string, string> = {}, address = "192.0.2.1") =>
	ask<Failure>(signUp.action, {
		by: null,
		path: "/sign-up",
		form: { ...NEW, ...form },
		context: { address },
	});

const save = (by: Person, form: Record<string, string>) =>
	ask<Failure>(settings.action, {
		by,
		path: "/settings",
		form: { name: by.name, bio: "", ...form },
	});

const accounts = () => sql`SELECT handle, email FROM users WHERE id > 4`;

describe("signing up", () => {
	it("makes an account and starts its session", async () => {
		expect(await send()).toMatchObject({ status: 303, location: "/" });
		expect(await accounts()).toEqual([
			{ handle: "bai-lu", email: "bailu@example.com" },
		]);
		expect(await sql`SELECT user_id FROM sessions`).toEqual([{ user_id: 5 }]);
	});

	it("stores neither the password nor a way to recover it", async () => {
		await send();
		const [row] = await sql<{ hash: string }>`
			SELECT password_hash AS hash FROM users WHERE handle = 'bai-lu'`;
		expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	it.each([
		["handle", "zhou", "handleTaken"],
		["handle", " ZHOU ", "handleTaken"],
		["email", "ZHOU@example.com", "emailTaken"],
	])("says at the %s that %s is taken", async (field, value, error) => {
		const { status, data } = await send({ [field]: value });
		expect(status).toBe(422);
		expect(data.errors).toEqual({ [field]: error });
		const { password, ...kept } = { ...NEW, [field]: value };
		expect(data.values).toEqual(kept);
		expect(await accounts()).toEqual([]);
	});

	it("offers a user name to whoever gives none", async () => {
		const { status, data } = await send({ handle: "" });
		expect(status).toBe(422);
		expect(data.errors).toEqual({ handle: "handleOffered" });
		expect(data.values.handle).toBe("bailu");
		expect(await send({ handle: "bailu" })).toMatchObject({ status: 303 });
	});

	it("makes one account when twenty forms use one handle", async () => {
		const answers = await Promise.all(
			Array.from({ length: 20 }, (_, i) =>
				send({ email: `b${i}@example.com` }),
			),
		);
		const refused = answers.filter(({ status }) => status === 422);
		expect(refused).toHaveLength(19);
		for (const { data } of refused)
			expect(data.errors).toEqual({ handle: "handleTaken" });
		expect(await accounts()).toHaveLength(1);
	});

	it("is limited to a hundred per hour and network, a /64 for IPv6", async () => {
		for (const address of ["192.0.2.1", "2001:db8::1"])
			for (let i = 0; i < 100; i++) await limited(SIGN_UP, network(address));
		for (const address of ["192.0.2.1", "2001:db8::ffff:2"]) {
			const { status, retryAfter, data } = await send({}, address);
			expect(status).toBe(429);
			expect(Number(retryAfter)).toBeGreaterThan(3000);
			expect(data).toMatchObject({
				refusal: "tooFast",
				values: { handle: "bai-lu", name: "白露" },
			});
		}
		expect(await send({}, "2001:db8:0:1::1")).toMatchObject({ status: 303 });
	});
});

describe("a name", () => {
	it.each(["顾老师", "顾 老师", "林助教"])(
		"that looks like a teacher's is refused to everybody else: %s",
		async (name) => {
			const { status, data } = await send({ name });
			expect(status).toBe(422);
			expect(data.errors).toEqual({ name: "nameOfStaff" });
			expect(await save(cast.learner, { name })).toMatchObject({
				status: 422,
				data: { errors: { name: "nameOfStaff" }, values: { name } },
			});
		},
	);

	it("of a site owner counts as a teacher's", async () => {
		await nameOwner(cast.other.handle);
		expect(await send({ name: cast.other.name })).toMatchObject({
			status: 422,
		});
	});

	it("may equal another learner's", async () => {
		expect(await send({ name: cast.learner.name })).toMatchObject({
			status: 303,
		});
	});

	it("of a teacher remains allowed for that teacher", async () => {
		expect(await save(cast.instructor, { bio: "讲师。" })).toMatchObject({
			status: 303,
		});
	});
});

describe("the settings of an account", () => {
	const kept = async ({ id }: Person) =>
		(await sql`SELECT settings FROM users WHERE id = ${id}`)[0];

	it("keep unknown settings of another version, and come with the session", async () => {
		const { learner } = cast;
		await sql`UPDATE users SET settings = '{"later": 1, "theme": "pink"}' WHERE id = ${learner.id}`;
		const { settings: read } = await load<{ settings: object }>(
			settings.loader,
			{ by: learner, path: "/settings" },
		);
		expect(read).toMatchObject({ theme: null, language: null, bio: "" });
		await save(learner, { language: "en", timeZone: "Asia/Tokyo" });
		await savePreferences(learner.id, { theme: "dark" });
		const chosen = { language: "en", theme: "dark", timeZone: "Asia/Tokyo" };
		expect(await kept(learner)).toEqual({ settings: { later: 1, ...chosen } });
		const reader = await readerOf(await argsOf({ by: learner, path: "/" }));
		expect(reader).toMatchObject(chosen);
	});
});
