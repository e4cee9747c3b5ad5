import { describe, expect, it } from "vitest";
import { accountSettings } from "#app/accounts/settings.ts";
import { courseSettings } from "#app/courses/settings.ts";

describe("the settings of an account", () => {
	const none = { language: null, theme: null, timeZone: null };

	it("are their defaults where nothing was chosen", () => {
		expect(accountSettings.parse({})).toEqual(none);
	});

	it("are what was chosen, and what is broken is its default alone", () => {
		const chosen = { language: "en", theme: "dark", timeZone: "Asia/Tokyo" };
		expect(accountSettings.parse(chosen)).toEqual(chosen);
		expect(
			accountSettings.parse({ ...chosen, theme: "pink", timeZone: 7 }),
		).toEqual({ ...none, language: "en" });
	});

	it("have nothing that is not known here", () => {
		expect(accountSettings.parse({ later: true })).toEqual(none);
	});
});

it("the settings of a course have nothing that is not known here", () => {
	expect(courseSettings.parse({ later: true })).toEqual({});
});
