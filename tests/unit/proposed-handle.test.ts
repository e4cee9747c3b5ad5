import { expect, it } from "vitest";
import { proposedHandle } from "#app/accounts/proposed-handle.ts";

it.each([
	["Ada Lovelace", "al@example.com", "ada-lovelace"],
	["Zoë O’Hara", "", "zoe-o-hara"],
	["林舟", "Lin.Zhou+读书@example.com", "lin-zhou"],
	["林舟 Lin", "lz@example.com", ""],
	["", "a_b@example.com", "a_b"],
	["", "x".repeat(60), "x".repeat(30)],
	["", "", ""],
])("the user name offered to %j with %j is %j", (name, email, handle) => {
	expect(proposedHandle(name, email)).toBe(handle);
});
