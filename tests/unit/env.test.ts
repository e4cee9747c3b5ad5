import { describe, expect, it } from "vitest";
import { readEnv, StartError, siteOf } from "#app/platform/env.server.ts";

describe("environment settings", () => {
	it("have a default, also if the variable is empty", () => {
		expect(readEnv({ PORT: "", DATABASE_URL: "" })).toEqual({
			INIT_CWD: process.cwd(),
			PORT: 3000,
			HOST: "127.0.0.1",
			TIME_ZONE: "Asia/Shanghai",
			DATA_DIR: ".data",
			SESSION_DAYS: 30,
			TRUST_PROXY: 0,
			LOG_LEVEL: "info",
			LIMIT_SIGN_IN: 10,
			LIMIT_SIGN_IN_NETWORK: 100,
			LIMIT_SIGN_UP: 100,
			LIMIT_LARGE_FORMS: 30,
			LIMIT_REPLIES_MINUTE: 10,
			LIMIT_REPLIES_DAY: 300,
			LIMIT_VOTES_MINUTE: 60,
			LIMIT_EDITS_MINUTE: 30,
			LIMIT_SETTINGS_MINUTE: 10,
			LIMIT_ACTS_MINUTE: 120,
			LIMIT_LOOKUPS_MINUTE: 120,
			LIMIT_PREVIEWS_MINUTE: 60,
		});
	});

	it.each([
		["PORT", "0"],
		["PORT", "65536"],
		["PORT", "3e3"],
		["PORT", " 3000"],
		["HOST", "http://localhost"],
		["SITE_URL", "forum.example.org"],
		["SITE_URL", "ftp://forum.example.org"],
		["SITE_URL", "https://example.org/forum"],
		["SITE_URL", "https://example.org/?a"],
		["SITE_URL", "https://someone@example.org"],
		["TIME_ZONE", "Shanghai"],
		["TIME_ZONE", "+08:00"],
		["DATABASE_URL", "mysql://localhost/seminar"],
		["DATABASE_URL", "localhost:5432"],
		["SESSION_DAYS", "0"],
		["TRUST_PROXY", "-1"],
		["TRUST_PROXY", "true"],
		["LOG_LEVEL", "loud"],
		["LIMIT_VOTES_MINUTE", "0"],
	])("stop the start with one line: %s=%s", (name, value) => {
		const read = () => readEnv({ [name]: value });
		expect(read).toThrow(StartError);
		expect(read).toThrow(/^[A-Z_]+ is ".*" but must be .+\.$/);
		expect(read).toThrow(`${name} is "${value}"`);
	});

	it("that are wrong are named without their password", () => {
		const read = () => readEnv({ DATABASE_URL: "http://user:secret@host/db" });
		expect(read).toThrow('"http://user:…@host/db"');
	});

	it("accept a database address with an encoded password and options", () => {
		const url = "postgresql://user:p%40ss@[::1]:5433/db?sslmode=require";
		expect(readEnv({ DATABASE_URL: url }).DATABASE_URL).toBe(url);
	});
});

describe("the site's address", () => {
	it("is this machine under each of its names without SITE_URL", () => {
		const { siteUrl, isSecure, ownOrigins } = siteOf(readEnv({ PORT: "80" }));
		expect(siteUrl).toBe("http://localhost");
		expect(isSecure).toBe(false);
		expect([...ownOrigins]).toEqual([
			"http://localhost",
			"http://127.0.0.1",
			"http://[::1]",
		]);
	});

	it("is only SITE_URL if set, written as browsers write it", () => {
		const settings = readEnv({ SITE_URL: "https://Forum.Example.org:443/" });
		expect(siteOf(settings)).toEqual({
			siteUrl: "https://forum.example.org",
			isSecure: true,
			ownOrigins: new Set(["https://forum.example.org"]),
		});
	});
});
