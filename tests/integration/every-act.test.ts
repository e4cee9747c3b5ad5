import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { makeReply, makeThread } from "#tests/support/cast.ts";
import { contents, truncateAll } from "#tests/support/database.ts";
import { ask, cookieOf } from "#tests/support/requests.ts";
import {
	makeScene,
	placeIn,
	plausibleForm,
	type Scene,
} from "#tests/support/scene.ts";
import { listRoutes } from "#tests/support/site-map.ts";

/** Signing out must always work; the other route does nothing. */
const UNLIMITED = ["/sign-out", "/*"];

const routes = await listRoutes();
const actions = routes.flatMap(({ path, action }) =>
	action ? [{ path, action }] : [],
);

let scene: Scene;
/** An imported question, made of a reply, with an answer. */
let question: { id: number; number: number };
let answer: { id: number };
/** A learner's private question, which was asked again after staff answered it. */
let followUp: { number: number };
let answerToIt: { id: number };

beforeAll(async () => {
	await truncateAll();
	scene = await makeScene();
	const { course, people } = scene;
	question = await makeThread(course, people.other, { kind: "question" });
	answer = await makeReply(course, question.id, people.other);
	await sql`UPDATE threads SET author_id = NULL, imported_name = '来人', promoted_from_id = ${scene.replies.standing.id} WHERE id = ${question.id}`;
	const { learner, instructor } = people;
	const asked = await makeThread(course, learner, {
		...{ kind: "question", isPrivate: true },
	});
	answerToIt = await makeReply(course, asked.id, instructor);
	await makeReply(course, asked.id, learner);
	followUp = asked;
	// Uses up every limit for everybody.
	await sql`
		CREATE FUNCTION use_up() RETURNS trigger LANGUAGE plpgsql AS
		'BEGIN NEW.points := 1000000; RETURN NEW; END'`;
	await sql`CREATE TRIGGER use_up BEFORE INSERT ON rate_limits FOR EACH ROW EXECUTE FUNCTION use_up()`;
});

afterAll(async () => {
	await sql`DROP FUNCTION use_up CASCADE`;
});

/** Where an act needs another thread than the scene's topic, and its words. */
const placeOf = (path: string): Parameters<typeof placeIn>[2] =>
	({
		"/courses/:course/threads/:number/title": {
			"threads/:number": question.number,
		},
		"/courses/:course/threads/:number/demotion": {
			"threads/:number": question.number,
		},
		"/courses/:course/threads/:number/settings": {
			"threads/:number": scene.lesson.threadNumber + 1,
		},
		"/courses/:course/replies/:id/settlement": { "replies/:id": answer.id },
		"/courses/:course/replies/:id/acceptance": { "replies/:id": answerToIt.id },
		...Object.fromEntries(
			["solution", "proposal", "publication", "claim", "settlement"].map(
				(verb) => [
					`/courses/:course/threads/:number/${verb}`,
					{ "threads/:number": followUp.number },
				],
			),
		),
	})[path];
const KINDS: Record<string, string> = {
	"/courses/:course/lessons/:number/note": "remark",
	"/courses/:course/replies/:id/pin": "answer",
	"/courses/:course/replies/:id/word": "caveat",
};

describe("over its limit", () => {
	it.each(actions.filter(({ path }) => !UNLIMITED.includes(path)))(
		"$path changes nothing for anybody",
		async ({ path, action }) => {
			const statuses: number[] = [];
			for (const by of Object.values(scene.people)) {
				const cookie = await cookieOf(by);
				const before = await contents();
				const { status, retryAfter } = await ask(action, {
					...{ by: null, cookie },
					...placeIn(scene, path, placeOf(path)),
					form: {
						...plausibleForm(scene),
						kind: KINDS[path] ?? "topic",
						"question-1": "on",
						email: "somebody-else@example.com",
						password: "not the password",
					},
				});
				statuses.push(status);
				expect(await contents()).toEqual(before);
				if (status === 429) expect(Number(retryAfter)).toBeGreaterThan(0);
			}
			expect(statuses).toContain(429);
		},
	);
});
