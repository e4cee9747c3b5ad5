import { expect, it } from "vitest";
import { saveProfile } from "#app/accounts/commands.server.ts";
import { sql } from "#app/platform/db.server.ts";
import { renderAgain } from "#app/server/render-again.ts";
import {
	makeCast,
	makeLesson,
	makeReply,
	makeThread,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";

const texts = () => sql`
	SELECT 'block' AS kind, id, html, text, renderer FROM blocks
	UNION ALL SELECT 'thread', id, html, '', renderer FROM threads
	UNION ALL SELECT 'bio', id, bio_html, '', bio_renderer FROM users WHERE bio <> ''
	UNION ALL SELECT 'reply', id, html, '', renderer FROM replies ORDER BY kind, id`;

it("a start renders again what an older renderer rendered, once", async () => {
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

	const said: string[] = [];
	await renderAgain((line) => said.push(line));
	expect(await texts()).toEqual(fresh);
	expect(said).toEqual([
		"Typesetting older texts anew; the site can be used meanwhile …",
		"All texts are typeset anew.",
	]);
	await renderAgain((line) => said.push(line));
	expect(said).toHaveLength(2);
});
