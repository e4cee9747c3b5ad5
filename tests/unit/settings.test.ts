import { describe, expect, it } from "vitest";
import { accountSettings } from "#app/accounts/settings.ts";
import { courseSettings } from "#app/courses/settings.ts";

describe("the settings of an account", () => {
	const none = { language: null, theme: null, timeZone: null };

	it("have defaults where nothing was chosen", () => {
		expect(accountSettings.parse({})).toEqual(none);
	});

	it("have what was chosen, and a default for each broken value", () => {
		const chosen = { language: "en", theme: "dark", timeZone: "Asia/Tokyo" };
		expect(accountSettings.parse(chosen)).toEqual(chosen);
		expect(
			accountSettings.parse({ ...chosen, theme: "pink", timeZone: 7 }),
		).toEqual({ ...none, language: "en" });
	});

	it("leave out unknown keys", () => {
		expect(accountSettings.parse({ later: true })).toEqual(none);
	});
});

it("the settings of a course leave out unknown keys", () => {
	expect(courseSettings.parse({ later: true })).toEqual({});
});
