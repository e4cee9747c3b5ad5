import { describe, expect, it } from "vitest";
import { siteUrl } from "#app/platform/env.server.ts";
import { loader as card } from "#app/routes/sharing/card.ts";
import { loader } from "#app/routes/sharing/share.tsx";
import { makeReply, makeThread, useCast } from "#tests/support/cast.ts";
import { argsOf, ask, inCourse } from "#tests/support/requests.ts";

const cast = useCast();

const shared = async (query: string) =>
	loader(await argsOf({ by: null, ...inCourse(`/share${query}`) }));

describe("the page that shares an address", () => {
	it.each([
		["", "/courses/course"],
		["?of=lesson-3", "/courses/course/lessons/3"],
		["?of=thread-4", "/courses/course/threads/4"],
		["?of=reply-5", "/courses/course/replies/5"],
		["?of=term-6", "/courses/course/glossary?about=6#term-6"],
		["?of=//evil.example", "/courses/course"],
		["?of=toString-1", "/courses/course"],
	])("gives %s as %s, to be copied and as a code", async (query, path) => {
		const { url, path: back, code } = await shared(query);
		expect({ url, back }).toEqual({ url: siteUrl + path, back: path });
		expect(code).toMatch(/^<svg /);
		expect(code).not.toMatch(/style=|<script/);
	});

	it("has another code for another address", async () => {
		const [one, other] = await Promise.all([
			shared("?of=reply-5"),
			shared("?of=reply-6"),
		]);
		expect(one.code).not.toBe(other.code);
	});

	it("shows the picture that other sites show, and of what is private only the course's", async () => {
		const { course, learner } = cast;
		const asked = await makeThread(course, learner, {
			...{ kind: "question", isPrivate: true },
		});
		const reply = await makeReply(course, asked.id, learner);
		const tagOf = async (query: string) => {
			const { picture } = await shared(query);
			const at = { path: picture, params: { course: "course" } };
			const answer = await card(await argsOf({ by: null, ...at }));
			return answer.headers.get("ETag");
		};
		expect(await tagOf(`?of=reply-${reply.id}`)).toBe(await tagOf(""));
	});

	it("is not there for a course that one may not see", async () => {
		const at = {
			by: null,
			path: "/courses/none/share",
			params: { course: "none" },
		};
		expect((await ask(loader, at)).status).toBe(404);
	});
});
