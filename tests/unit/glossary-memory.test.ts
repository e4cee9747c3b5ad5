import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { markTerms } from "#app/glossary/mark-terms.ts";
import { readGlossary } from "#app/glossary/queries.server.ts";

const MB = 1_000_000;

/** A course's terms as in its row. */
const terms = (version: number) =>
	JSON.stringify(
		Array.from({ length: 200 }, (_, i) => ({
			id: i,
			source: `word ${i} of version ${version}`,
			renderings: [`词语${i}甲${version}`, `词语${i}乙${version}`],
			meaning: `第 ${version} 版里第 ${i} 个词的意思。`.repeat(4),
			replyId: null,
		})),
	);

it("old versions of an edited glossary are freed, with the lessons read by them", async () => {
	setFlagsFromString("--expose-gc");
	const collect: () => void = runInNewContext("gc");
	const used = async () => {
		// A weak reference's target stays until the turn ends.
		await setImmediate();
		collect();
		return process.memoryUsage().heapUsed / MB;
	};
	const before = await used();
	for (let version = 0; version < 200; version++) {
		const lesson = `<p>第 ${version % 60} 课，说到 word 7 of version ${version}。</p>`;
		markTerms(readGlossary(terms(version)), "/courses/a/glossary", [lesson]);
	}
	expect((await used()) - before).toBeLessThan(25);
});
