import { expect, it, vi } from "vitest";
import { saveProfile } from "#app/accounts/commands.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import { addJob } from "#app/platform/jobs/queue.server.ts";
import { takeJob } from "#app/platform/jobs/worker.server.ts";
import { log } from "#app/platform/log.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { renderAgainTask } from "#app/server/render-again.ts";
import {
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { runAtStart, runJobs } from "#tests/support/jobs.ts";

const texts = () => sql`
	SELECT 'block' AS kind, id, html, text, renderer FROM blocks
	UNION ALL SELECT 'thread', id, html, '', renderer FROM threads
	UNION ALL SELECT 'bio', id, bio_html, '', bio_renderer FROM users WHERE bio <> ''
	UNION ALL SELECT 'reply', id, html, '', renderer FROM replies ORDER BY kind, id`;

it("a start renders an older renderer's texts again, once", async () => {
	await truncateAll();
	const { course, learner } = await makeCast();
	await makeLesson(course);
	const { id } = await makeThread(course, learner, { body: "设 $x$。" });
	await makeReply(course, id, learner, { body: "**是** $y$。" });
	const imported = await makeReply(course, id, learner, {
		body: "$z$ **原样**",
	});
	await sql`
		UPDATE replies SET author_id = NULL, imported_name = '访客', html = '<p>$z$ **原样**</p>\n'
		WHERE id = ${imported.id}`;
	const { name } = learner;
	const choices = { language: null, theme: null, timeZone: null };
	await saveProfile(learner.id, { name, bio: "**读** $x$。", ...choices });
	const fresh = await texts();
	await sql`UPDATE blocks SET html = 'old', text = 'old', renderer = 0`;
	await sql`UPDATE threads SET html = 'old', renderer = 0 WHERE source <> ''`;
	await sql`UPDATE replies SET html = 'old', renderer = 0`;
	await sql`UPDATE users SET bio_html = 'old', bio_renderer = 0 WHERE bio <> ''`;

	const said = vi.spyOn(log, "info").mockImplementation(() => {});
	await runAtStart(renderAgainTask);
	expect(await texts()).toEqual(fresh);
	const lines = [
		["typesetting older texts anew"],
		["all texts are typeset anew"],
	];
	expect(said.mock.calls).toEqual(lines);
	await runAtStart(renderAgainTask);
	expect(said.mock.calls).toEqual(lines);
	said.mockRestore();
});

it("a server that stops leaves the rest to the next job", async () => {
	await truncateAll();
	const { course, learner } = await makeCast();
	const { id } = await makeThread(course, learner, { body: "设 $x$。" });
	await sql`UPDATE threads SET html = 'old', renderer = 0 WHERE id = ${id}`;
	await addJob(sql, renderAgainTask, { renderer: RENDERER_VERSION });
	const old = () => sql`SELECT 1 FROM threads WHERE html = 'old'`;
	await takeJob(renderAgainTask, AbortSignal.abort());
	expect(await old()).toHaveLength(1);
	await runJobs();
	expect(await old()).toEqual([]);
});
