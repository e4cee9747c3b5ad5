import { afterAll, beforeAll, vi } from "vitest";
import {
	hearOthers,
	hearsOthers,
} from "#app/platform/postgres/changes.server.ts";
import { workersDatabase } from "#tests/support/database.ts";

/** Keeps rows and pages as a running server does, which hears of the changes of others. */
export function useHearing(): void {
	let deafen = async () => {};
	beforeAll(async () => {
		deafen = hearOthers({ url: await workersDatabase() });
		await vi.waitFor(() => {
			if (!hearsOthers()) throw new Error("Not yet");
		}, 10_000);
	});
	afterAll(() => deafen());
}
