import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import {
	answerPublishing,
	proposePublishing,
} from "#app/questions/commands.server.ts";
import * as profile from "#app/routes/accounts/show.tsx";
import * as proposal from "#app/routes/threads/proposal.tsx";
import * as publication from "#app/routes/threads/publication.tsx";
import { zh } from "#app/words/zh.ts";
import {
	type Cast,
	type Lesson,
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	somebody,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { saidOf, threadAs } from "#tests/support/pages.ts";
import { ask, atThread, load } from "#tests/support/requests.ts";
import { fill, listRoutes } from "#tests/support/site-map.ts";

const SECRET = "密语甲";
const ASKER = "不具名者";

const loaders = (await listRoutes()).flatMap(({ path, loader }) =>
	loader ? [{ path, loader }] : [],
);

let cast: Cast;
let asker: Person;
let secret: { id: number; number: number };
let nameless: { id: number; number: number };
let replies: { id: number }[];
let lesson: Lesson;

beforeAll(async () => {
	await truncateAll();
	cast = await makeCast();
	const { course, instructor, other } = cast;
	asker = await somebody(99);
	await sql`UPDATE users SET name = ${ASKER}, handle = 'nameless-asker' WHERE id = ${asker.id}`;
	lesson = await makeLesson(course);
	const on = { kind: "question" as const, lessonId: lesson.id };
	secret = await makeThread(course, asker, {
		...on,
		title: `${SECRET}的标题`,
		body: `${SECRET}的正文`,
		isPrivate: true,
	});
	nameless = await makeThread(course, asker, { ...on, isAnonymous: true });
	const answered = await makeReply(course, nameless.id, instructor);
	const own = await makeReply(course, nameless.id, asker, {
		parentId: answered.id,
	});
	replies = [
		await makeReply(course, secret.id, instructor, { body: `${SECRET}的回答` }),
		own,
		await makeReply(course, nameless.id, other, { parentId: own.id }),
		answered,
	];
});

/** Everything that a loader sends to one person, for every thread, reply and profile. */
async function everything(by: Person | null): Promise<string> {
	const sent: string[] = [];
	for (const { path, loader } of loaders)
		for (const thread of [secret, nameless])
			for (const { id } of replies) {
				const values = {
					"people/:handle": "nameless-asker",
					"courses/:course": "course",
					"lessons/:number": String(lesson.number),
					"threads/:number": String(thread.number),
					"replies/:id": String(id),
				};
				const address = fill(path, values);
				const query = path.endsWith("similar") ? "?title=密语甲的标题" : "";
				const { data } = await ask(loader, {
					by,
					...address,
					path: address.path + query,
					context: { isDocument: false },
				});
				// A profile names its owner; its list is tested below.
				if (path !== "/people/:handle")
					sent.push(`${address.path} ${JSON.stringify(data)}`);
			}
	return sent.join("\n");
}

const linesWith = (text: string, mark: string) =>
	text.split("\n").filter((line) => line.includes(mark));

describe("a private question", () => {
	it("is for its asker and for staff, at every address", async () => {
		for (const by of [null, cast.learner, cast.other])
			expect(linesWith(await everything(by), SECRET)).toEqual([]);
		for (const by of [asker, cast.assistant, cast.instructor])
			expect(linesWith(await everything(by), SECRET)).not.toEqual([]);
	});

	it("opens to the class only if staff propose it and its asker agrees", async () => {
		const { course, instructor, other } = cast;
		const shy = cast.learner;
		const thread = await makeThread(course, shy, {
			kind: "question",
			isPrivate: true,
		});
		const on = (
			route: { action: typeof proposal.action },
			by: Person,
			name: string,
			form: Record<string, string>,
		) =>
			ask(route.action, {
				by,
				...atThread(thread.number, `/${name}`),
				form,
			});
		const propose = (by: Person) =>
			on(proposal, by, "proposal", { proposed: "true" });
		const answer = (by: Person, published: string) =>
			on(publication, by, "publication", { published });
		expect(await propose(other)).toMatchObject({ status: 404 });
		expect(await answer(instructor, "true")).toMatchObject({ status: 403 });
		expect(await propose(shy)).toMatchObject({ status: 403 });
		expect(await propose(instructor)).toMatchObject({ status: 303 });
		const told = () =>
			sql`SELECT kind FROM notifications WHERE thread_id = ${thread.id}`;
		expect(await told()).toEqual([{ kind: "proposed" }]);
		const withdraw = { proposed: "false" };
		for (const by of [instructor, cast.assistant])
			expect(await on(proposal, by, "proposal", withdraw)).toMatchObject({
				status: 303,
			});
		expect(await told()).toEqual([]);
		expect(await propose(instructor)).toMatchObject({ status: 303 });
		expect(await answer(shy, "false")).toMatchObject({ status: 303 });
		await expect(threadAs(other, thread.number)).rejects.toMatchObject({
			status: 404,
		});
		await proposePublishing(thread, { by: cast.instructor, course });
		await answerPublishing(thread, {
			by: cast.instructor,
			course,
			published: true,
		});
		const { thread: shown } = await threadAs(other, thread.number);
		expect(shown.isPrivate).toBe(false);
	});
});

describe("an anonymous question", () => {
	it("names its asker only to staff and the asker, at every address", async () => {
		for (const by of [null, cast.learner, cast.other]) {
			const sent = await everything(by);
			for (const mark of [ASKER, 'nameless-asker"', `"authorId":${asker.id}`])
				expect(linesWith(sent, mark)).toEqual([]);
		}
		for (const by of [cast.assistant, cast.instructor])
			expect(linesWith(await everything(by), ASKER)).not.toEqual([]);
	});

	it("is on no profile", async () => {
		for (const by of [null, cast.other, cast.instructor, asker])
			expect(
				await load(profile.loader, {
					by,
					path: "/people/nameless-asker",
					params: { handle: "nameless-asker" },
				}),
			).toMatchObject({ person: { replies: 0, votes: 0 }, written: [] });
	});

	it("shows the same nameless person for all that its asker writes", async () => {
		const { thread, branches } = await threadAs(cast.other, nameless.number);
		expect(thread).toMatchObject({ author: null, isAnonymous: true });
		const [answered] = branches;
		const [own, after] = answered?.under ?? [];
		const { anonymous, inReplyTo } = zh.threads;
		expect(own?.name).toBe(anonymous);
		expect(own?.who).toContain(`<strong>${anonymous}</strong>`);
		expect(saidOf(after ?? {})).toContain(inReplyTo(anonymous));
		expect(after?.name).not.toBe(anonymous);
	});
});
