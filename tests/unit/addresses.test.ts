import { describe, expect, it } from "vitest";
import { localPath } from "#app/platform/http/local-path.ts";
import { network } from "#app/platform/http/rate-limit.server.ts";

describe("a local address", () => {
	it.each([
		"/",
		"/courses/llm?page=2#reply-3",
		"/sign-in?redirectTo=%2Fsettings",
	])("is %s", (path) => expect(localPath(path, "/")).toBe(path));

	it.each([
		"//elsewhere.example",
		"/\\elsewhere.example",
		"\\/elsewhere.example",
		"https://elsewhere.example/",
		"javascript:alert(1)",
		"courses",
		"/\t/elsewhere.example",
		"/a\\b",
		"/a\nSet-Cookie: x=y",
		"",
		null,
		undefined,
		7,
	])("is not %j", (target) => expect(localPath(target, "/else")).toBe("/else"));
});

describe("a network", () => {
	it.each([
		["192.0.2.1", "192.0.2.1"],
		["::ffff:192.0.2.1", "192.0.2.1"],
		["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
		["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
		["2001:db8::1", "2001:db8:0:0::/64"],
		["::1", "0:0:0:0::/64"],
		["fe80::1%eth0", "fe80:0:0:0::/64"],
		["unknown", "unknown"],
		["", ""],
	])("of %s is %s", (address, expected) =>
		expect(network(address)).toBe(expected),
	);
});
