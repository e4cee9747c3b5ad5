import { afterEach, beforeEach, expect, vi } from "vitest";

// Anything on console.error fails the test: React's warnings, bugs that were only logged.
beforeEach(() => {
	vi.spyOn(console, "error");
});

afterEach(() => {
	expect(vi.mocked(console.error).mock.calls).toEqual([]);
	vi.mocked(console.error).mockRestore();
});
