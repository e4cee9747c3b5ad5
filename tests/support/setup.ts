import { afterEach, beforeEach, expect, vi } from "vitest";

// Whatever complains on the console has failed: React's warnings, bugs that were only logged.
beforeEach(() => {
	vi.spyOn(console, "error");
});

afterEach(() => {
	expect(vi.mocked(console.error).mock.calls).toEqual([]);
	vi.mocked(console.error).mockRestore();
});
