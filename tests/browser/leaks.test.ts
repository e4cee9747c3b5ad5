import { beforeAll, describe, expect, it } from "vitest";
import { changed, changesSent } from "#app/platform/postgres/changes.server.ts";
import { indexMissingTask } from "#app/search/tasks.server.ts";
import { zh } from "#app/words/zh.ts";
import { crawl, listAddresses } from "#tests/support/crawl.ts";
import { truncateAll } from "#tests/support/database.ts";
import { formOf, send } from "#tests/support/http.ts";
import { runAtStart } from "#tests/support/jobs.ts";
import { cookieOf } from "#tests/support/requests.ts";
import {
	ASKER,
	makeSecrets,
	PRIVATE_WORDS,
	SECRETS,
} from "#tests/support/secrets.ts";
import { useSite } from "#tests/support/site.ts";

type People = Awaited<ReturnType<typeof makeSecrets>>;
let people: People;
let addresses: Awaited<ReturnType<typeof listAddresses>>;

// Before the site starts, so no change from here reaches it late.
beforeAll(async () => {
	await truncateAll();
	people = await makeSecrets();
	await runAtStart(indexMissingTask);
	await changesSent();
	addresses = await listAddresses({
		"/courses/:course/questions/similar": [
			`?title=${encodeURIComponent(PRIVATE_WORDS)}`,
		],
	});
});

const site = useSite();

/** The kinds of request that the addresses stand for. */
const kindsOf = (addresses: string[]) =>
	[
		...new Set(
			addresses.map((at) =>
				at.includes("_routes=")
					? "data of the route"
					: at.includes(".data")
						? "data"
						: "page",
			),
		),
	].toSorted();

const ROLES: (keyof People)[] = [
	...(["visitor", "visitor, once more", "learner", "other"] as const),
	...(["writer", "asker", "holder"] as const),
	...(["assistant", "instructor", "owner"] as const),
];

/**
 * What is kept for one is handed to the next: those who may see least come first, then last. Of the forms of verbs
 * nothing is kept, so they are asked for once.
 */
const ORDERS: [string, typeof ROLES][] = [
	["first from the visitor on", ROLES],
	["then from the owner on", ROLES.toReversed()],
];

describe.each(
	ORDERS.flatMap(([order, roles], i) =>
		roles.map((role) => ({
			...{ order, role, isFirst: role === roles[0], again: i > 0 },
		})),
	),
)("what the site sends, $order, to the $role", ({ role, isFirst, again }) => {
	let seen: Map<string, string>;
	let cookie: string;
	beforeAll(async () => {
		if (isFirst) {
			changed({ courseId: null });
			await changesSent();
		}
		cookie = await cookieOf(people[role]);
		const { pages, forms } = addresses;
		seen = await crawl(site, again ? pages : [...pages, ...forms], cookie);
	});

	const placesOf = (mark: string) =>
		[...seen].filter(([, text]) => text.includes(mark)).map(([at]) => at);
	/** A profile's address already names its owner, so that is no secret. */
	const isProfile = (at: string) => at.startsWith("/people/");

	it.each(SECRETS)("holds $what only if they may know it", (secret) => {
		const { mark, isName } = secret;
		const places = placesOf(mark).filter((at) => !(isName && isProfile(at)));
		if (!secret.mayBeSeenBy.includes(role)) expect(places).toEqual([]);
		else expect(kindsOf(places)).toEqual(["data", "data of the route", "page"]);
	});

	it("finds a private question by its words only if they may read it", () => {
		const may = ["asker", "assistant", "instructor", "owner"].includes(role);
		for (const course of ["", "/courses/course"]) {
			const text = seen.get(`${course}/search?q=private`) ?? "";
			expect(text.includes('<ul class="threads found"><li'), course).toBe(may);
			expect(text.includes(zh.search.count(0)), course).toBe(!may);
		}
	});

	it("holds the spread of a closed question only if they have written", () => {
		const bar = placesOf(`aria-label="${zh.thinking.spread}"`);
		const open = ["writer", "assistant", "instructor", "owner"].includes(role);
		expect(bar.length > 0).toBe(open);
	});

	it("holds anonymous and private questions only in their asker's own profile", () => {
		const profile = seen.get(`/people/${ASKER.handle}`);
		expect(profile).toContain(ASKER.name);
		for (const word of ["不具名的提问", "单独成问", PRIVATE_WORDS])
			expect(profile?.includes(word), word).toBe(role === "asker");
	});

	it("names a similar private question in a preview only if they may read it", async () => {
		if (!people[role]) return;
		const form = { kind: "question", title: PRIVATE_WORDS, body: "？" };
		const to = "/courses/course/threads/new";
		const { status, text } = await send(site, "/preview", {
			headers: { ...formOf(site), cookie },
			body: String(new URLSearchParams({ ...form, to })),
		});
		expect(status).toBe(200);
		const may = ["asker", "assistant", "instructor", "owner"].includes(role);
		expect(text.includes("mark-private-title")).toBe(may);
	});
});
