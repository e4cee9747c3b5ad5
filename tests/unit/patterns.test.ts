import { describe, expect, it } from "vitest";
import { signUpSchema } from "#app/accounts/schema.ts";
import { glossaryOf, synonymsIn } from "#app/glossary/glossary.ts";
import { markTerms } from "#app/glossary/mark-terms.ts";
import { BODY_MAX } from "#app/markdown/limits.ts";
import { plainText } from "#app/markdown/plain-text.ts";
import { excerpt, renderPlain } from "#app/markdown/render.server.ts";
import { tokensOf } from "#app/platform/tokens.ts";
import { checksIn, isCheckIn } from "#app/progress/check-in.ts";
import { passageIn } from "#app/questions/anchors.ts";
import { askingSentence, asksSomething } from "#app/replies/asks.ts";
import { unknownPlaceholders } from "#app/saved-replies/placeholders.ts";
import {
	begun,
	HOSTILE,
	hostileTo,
	type Text,
} from "#tests/support/hostile.ts";
import { type Pattern, patternsOfApp } from "#tests/support/patterns.ts";
import { processorTime } from "#tests/support/processor-time.ts";

/** A lesson or an imported document; in a browser's form at most as long as a request may be. */
const LESSON = 500_000;

const MAX_MS = 20;
const ATTEMPTS = 8;
const MAX_LOOKS = 7;

/** So fast is fast enough on any machine. */
const allowed = (length: number) => (MAX_MS * length) / BODY_MAX;

const SIMPLE = "x1①，".repeat(LESSON / 4);

const SAMPLE_MS = 0.3;

const READS_LESSONS =
	/^app\/(?:glossary|imports|lessons|markdown|notes|platform|questions)\//;

/** Patterns that never read people's text, by file and beginning. */
const EXEMPT = [
	// They read the log of our own database server.
	["app/platform/postgres/postmaster.server.ts", "/(?<=(?:FATAL|PANIC)"],
	// They read pages that React wrote: each script in them is closed, each < that people wrote is escaped.
	["app/server/old-page.ts", "/<script"],
	["app/server/page-cache.ts", "/<script"],
] as const;

const patterns = await patternsOfApp();

const isExempt = ({ file, regExp }: Pattern) =>
	EXEMPT.some(
		([path, begin]) => file === path && String(regExp).startsWith(begin),
	);

/** The best of several runs; stops once one is fast enough, or none will be. */
function milliseconds(work: () => unknown, enough: number): number {
	let best = Number.POSITIVE_INFINITY;
	for (let i = 0; i < ATTEMPTS && best > enough; i++) {
		if (i > 0 && best > 10 * enough) break;
		best = Math.min(best, processorTime(work));
	}
	return best;
}

/** The milliseconds that `work` on a text of this length takes, if that is too long beside one look at each character. */
function tooLong(work: () => unknown, length: number): number | undefined {
	const ms = milliseconds(work, allowed(length));
	if (ms <= allowed(length)) return undefined;
	const simple = SIMPLE.slice(0, length);
	const look = milliseconds(() => simple.replace(/\p{L}|./gsu, ""), 0);
	return ms > MAX_LOOKS * look ? ms : undefined;
}

function use({ regExp, splits }: Pattern, text: string): void {
	regExp.lastIndex = 0;
	if (splits) text.split(regExp);
	else if (regExp.global) text.replace(regExp, "");
	else regExp.exec(text);
}

/**
 * Finds a text of this length that takes too long. A pattern that is quadratic and too slow on the full length takes more than
 * `SAMPLE_MS` on a sample, so only then is the full length tried.
 */
function trouble(pattern: Pattern, texts: Text[], length: number): string[] {
	const sample = Math.ceil(length * Math.sqrt(SAMPLE_MS / allowed(length)));
	for (const make of texts) {
		const short = make(sample);
		if (milliseconds(() => use(pattern, short), SAMPLE_MS) <= SAMPLE_MS)
			continue;
		const text = make(length);
		const ms = tooLong(() => use(pattern, text), length);
		if (ms !== undefined)
			return [
				`${pattern.file} ${pattern.regExp}: ${Math.round(ms)} ms for ${JSON.stringify(make(24))}…`,
			];
	}
	return [];
}

describe("the patterns of app/", () => {
	const met = patterns.filter((pattern) => !isExempt(pattern));

	it("are all found, composed ones too, and the exempt ones still exist", () => {
		expect(patterns.length).toBeGreaterThan(180);
		expect(patterns.length - met.length).toBe(EXEMPT.length);
	});

	it("take a few looks at each of any 30,000 characters", () => {
		expect(
			met.flatMap((one) => trouble(one, hostileTo(one.regExp), BODY_MAX)),
		).toEqual([]);
	}, 120_000);

	it("for lessons and documents take no more for each of 500,000 characters", () => {
		const reading = met.filter(({ file }) => READS_LESSONS.test(file));
		expect(
			reading.flatMap((one) => trouble(one, begun(one.regExp), LESSON)),
		).toEqual([]);
	}, 120_000);
});

const TERMS = Array.from({ length: 500 }, (_, id) => ({
	...{ id, source: `term ${id}`, renderings: [`难道${id}`, `道难${id}`] },
	...{ meaning: "", replyId: null },
}));
const glossary = glossaryOf(TERMS);
const asked = { start: 0, quote: "难道".repeat(100) };

describe("code that reads people's text outside the workers", () => {
	it.each<[string, (text: string) => unknown]>([
		["whether a reply asks something", asksSomething],
		["the sentence that asks", askingSentence],
		["whether a reply is a check-in", isCheckIn],
		["whether a reply checks in", checksIn],
		["the placeholders of a saved reply", unknownPlaceholders],
		["literal text as HTML", renderPlain],
		["HTML as text", (text) => plainText(`<p>${text}</p>`)],
		["an excerpt", (text) => excerpt(renderPlain(text), 120)],
		["a passage", (text) => passageIn(text, asked)],
		["tokens", tokensOf],
		["the terms of a text", (text) => synonymsIn(glossary, text)],
		["the terms of a lesson", (text) => markTerms(glossary, "/g", [text])],
		["the fields of an account", (email) => signUpSchema.safeParse({ email })],
	])("takes a few looks at each of any 30,000 characters: %s", (_, read) => {
		const slow = HOSTILE.map((made) => made(BODY_MAX)).find(
			(text) => tooLong(() => read(text), BODY_MAX) !== undefined,
		);
		expect(slow?.slice(0, 24)).toBeUndefined();
	});
});
