import { describe, expect, it } from "vitest";
import { glossaryOf, synonymsIn, type Term } from "#app/glossary/glossary.ts";
import { markTerms, termCollector } from "#app/glossary/mark-terms.ts";

const term = (id: number, source: string, ...renderings: string[]): Term => ({
	id,
	source,
	renderings,
	meaning: "",
	replyId: null,
});

const emergence = term(1, "Emergent Ability", "涌现", "突现", "突现能力");
const transition = term(2, "phase transition", "相变");
const ability = term(3, "ability", "能力");

/** A lesson's blocks with each mark as [word=id]. */
function marked(terms: Term[], ...blocks: string[]): string[] {
	return markTerms(glossaryOf(terms), "/g", blocks).map((html) =>
		html.replace(
			/<a class="term" href="\/g#term-(\d+)"[^>]*>([^<]*)<\/a>/g,
			"[$2=$1]",
		),
	);
}

describe("a term in a lesson", () => {
	it("is marked at the first place of any of its words, once in the whole lesson", () => {
		expect(
			marked(
				[emergence, transition],
				"<p>突现，又作涌现。</p>",
				"<p>涌现与相变，相变与突现。</p>",
			),
		).toEqual([
			"<p>[突现=1]，又作涌现。</p>",
			"<p>涌现与[相变=2]，相变与突现。</p>",
		]);
	});

	it("is marked in headings, and their ids and tags stay", () => {
		expect(
			marked([emergence], '<h2 id="x">所谓突现能力（emergent）</h2>'),
		).toEqual(['<h2 id="x">所谓[突现能力=1]（emergent）</h2>']);
	});

	it("is the longest match at a place, and no other term matches inside it", () => {
		expect(
			marked(
				[ability, emergence],
				"<p>突现能力</p>",
				"<p>突现能力，能力。</p>",
			),
		).toEqual(["<p>[突现能力=1]</p>", "<p>突现能力，[能力=3]。</p>"]);
	});

	it("is the first of two overlapping matches", () => {
		const [one, two] = [term(1, "a", "大模型"), term(2, "b", "模型规模")];
		expect(marked([two, one], "<p>大模型规模，模型规模</p>")).toEqual([
			"<p>[大模型=1]规模，[模型规模=2]</p>",
		]);
	});

	it.each([
		["inline code", "<p><code>涌现</code></p>"],
		[
			"a block of code",
			'<pre tabindex="0"><code class="hljs">涌现 <span>相变</span></code></pre>',
		],
		[
			"a formula",
			'<span class="formula"><math><mtext>涌现</mtext><annotation encoding="x">涌现</annotation></math></span>',
		],
		["a link", '<p><a href="/涌现">论<em>涌现</em></a></p>'],
		["an attribute", '<p><span title="涌现">x</span></p>'],
	])("is not marked in %s, but after it", (_, html) => {
		expect(marked([emergence, transition], html, "<p>涌现</p>")).toEqual([
			html,
			"<p>[涌现=1]</p>",
		]);
	});

	it("matches Latin letters of either case, also across a line end", () => {
		expect(marked([emergence], "<p>所谓EMERGENT\nability</p>")).toEqual([
			"<p>所谓[EMERGENT\nability=1]</p>",
		]);
	});

	it("matches capitals only where it is written in them", () => {
		const terms = [
			term(1, "RAG", "检索增强"),
			term(2, "IT"),
			term(3, "R&D IT"),
			term(4, "vLLM"),
		];
		expect(
			marked(
				terms,
				"<p>it, Rag, R&amp;d it; r&amp;D IT, VLLM</p>",
				"<p>R&amp;D  IT</p>",
				"<p>用RAG</p>",
			),
		).toEqual([
			"<p>it, Rag, R&amp;d it; r&amp;D [IT=2], [VLLM=4]</p>",
			"<p>[R&amp;D  IT=3]</p>",
			"<p>用[RAG=1]</p>",
		]);
	});

	it("matches either case where it is written in capitals and in small letters", () => {
		expect(marked([term(1, "RAG", "rag")], "<p>Rag</p>")).toEqual([
			"<p>[Rag=1]</p>",
		]);
	});

	it("keeps the text's case and blanks, even after a letter whose lower case is longer", () => {
		expect(marked([emergence], "<p>İ EMERGENT \u3000Ability</p>")).toEqual([
			"<p>İ [EMERGENT \u3000Ability=1]</p>",
		]);
	});

	it("does not end before an accent or start after a digit outside the first plane", () => {
		expect(
			marked([ability], "<p>ability\u0301, 𝟙ability, 😀ability</p>"),
		).toEqual(["<p>ability\u0301, 𝟙ability, 😀[ability=3]</p>"]);
	});

	it("is a shorter match if the longest would end within a word", () => {
		const [one, two] = [term(1, "词表 a"), term(2, "词表")];
		expect(marked([one, two], "<p>词表 abc，词表 a</p>")).toEqual([
			"<p>[词表=2] abc，[词表 a=1]</p>",
		]);
	});

	it("matches whole Latin words, and may touch a Han character", () => {
		expect(
			marked(
				[ability],
				"<p>Abilities, probability, ability2</p>",
				"<p>有ability者</p>",
			),
		).toEqual([
			"<p>Abilities, probability, ability2</p>",
			"<p>有[ability=3]者</p>",
		]);
	});

	it("matches HTML entities, and never starts inside one", () => {
		const terms = [
			term(1, "Q&A", "问答"),
			term(2, "amp", "安培"),
			term(3, "C++", "丙"),
		];
		expect(marked(terms, "<p>&amp; Q&amp;A, C++</p>")).toEqual([
			"<p>&amp; [Q&amp;A=1], [C++=3]</p>",
		]);
	});

	it("carries its meaning, and cannot break out of its link", () => {
		const bad = { ...emergence, meaning: '"><script>', replyId: 7 };
		expect(markTerms(glossaryOf([bad]), "/g", ["<p>涌现</p>"])).toEqual([
			'<p><a class="term" href="/g#term-1" title="&quot;&gt;&lt;script&gt;" data-term="涌现" data-source="Emergent Ability" data-reply="7">涌现</a></p>',
		]);
	});

	it("is marked by the current glossary", () => {
		const blocks = ["<p>相变，涌现</p>"];
		expect(marked([emergence], ...blocks)).toEqual(["<p>相变，[涌现=1]</p>"]);
		expect(marked([transition], ...blocks)).toEqual(["<p>[相变=2]，涌现</p>"]);
	});

	it("is not marked without a glossary", () => {
		expect(marked([], "<p>涌现</p>")).toEqual(["<p>涌现</p>"]);
	});
});

it("a lesson's terms are those marked in it", () => {
	const glossary = glossaryOf([emergence, transition, ability]);
	const { ids, read } = termCollector(glossary);
	for (const html of ["<p>相变</p>", "<p><code>涌现</code>的能力</p>"])
		read(html);
	expect([...ids]).toEqual([2, 3]);
});

describe("the synonyms of a text", () => {
	it("are all words of each term in it", () => {
		const glossary = glossaryOf([emergence, transition, ability]);
		expect(synonymsIn(glossary, "突现与 Phase Transition？")).toEqual([
			...["emergent ability", "涌现", "突现", "突现能力"],
			...["phase transition", "相变"],
		]);
		expect(synonymsIn(glossary, "别的 & 什么")).toEqual([]);
		expect(synonymsIn(glossaryOf([]), "涌现")).toEqual([]);
	});
});
