import { beforeAll, expect, it } from "vitest";
import * as inCourse from "#app/routes/search/in-course.tsx";
import type { FoundOnPage } from "#app/search/page.server.ts";
import { seedCourse } from "#prisma/seed/seed.server.ts";
import { PASSWORD } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { load } from "#tests/support/requests.ts";
import { SEARCHES } from "#tests/support/searches.ts";

const FIRST = 0.85;
const AMONG_THREE = 0.97;

beforeAll(async () => {
	await truncateAll();
	await seedCourse(() => PASSWORD);
	await runJobs();
});

const textOf = ({ title, excerpt }: FoundOnPage) =>
	[...title, ["\n"], ...excerpt].map(([text]) => text).join("");

it("what is wanted stands first, or among the first three", async () => {
	const places: [typed: string, place: number][] = [];
	for (const [typed, kind, words] of SEARCHES) {
		const { found } = await load(inCourse.loader, {
			by: null,
			path: `/courses/llm/search?${new URLSearchParams({ q: typed })}`,
			params: { course: "llm" },
		});
		const at = found.findIndex(
			(one) => one.kind === kind && textOf(one).includes(words),
		);
		places.push([typed, at < 0 ? Number.POSITIVE_INFINITY : at + 1]);
	}
	const share = (within: number) =>
		places.filter(([, place]) => place <= within).length / places.length;
	const later = places.filter(([, place]) => place > 1);
	process.stdout.write(
		`Of ${places.length} searches, ${(share(1) * 100).toFixed(1)} % have what is wanted first, ${(share(3) * 100).toFixed(1)} % among the first three. Later: ${later.map(([typed, place]) => `${typed} (${place})`).join(", ")}\n`,
	);
	expect(places.length).toBeGreaterThanOrEqual(80);
	expect(share(1)).toBeGreaterThanOrEqual(FIRST);
	expect(share(3)).toBeGreaterThanOrEqual(AMONG_THREE);
});
