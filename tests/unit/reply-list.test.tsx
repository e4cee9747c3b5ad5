import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { ProseContext } from "#app/markdown/prose.tsx";
import { BranchItem } from "#app/replies/branch-item.tsx";
import { listOnPage } from "#app/replies/list-markup.server.tsx";
import { LIST } from "#app/replies/reply-list.tsx";
import type { Reply } from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { threadRights } from "#app/threads/rights.ts";
import { ThreadProvider } from "#app/threads/thread-context.tsx";
import type { Member } from "#app/visibility/member.ts";
import { ReaderProvider } from "#app/words/reader.tsx";
import { wordsIn } from "#app/words/words.server.ts";
import { makeChance } from "#tests/support/random.ts";

const { one } = makeChance(20261130);
const either = () => one([true, false]);
const time = () => one([null, null, new Date(0)]);

const cast: Member[] = [
	{ id: 1, role: "learner" },
	{ id: 2, role: "learner" },
	{ id: 3, role: "assistant" },
];

const someReply = (id: number, rootId: number | null): Reply => {
	const visibility = one(["shown", "shown", "shown", "removed"] as const);
	return {
		...{ id, rootId, parentId: rootId, inReplyTo: null, isFolded: false },
		...{ authorId: one([1, 2, null]), isAnonymous: false, visibility },
		author: { handle: "lin", name: one(["林<b>", "Zhou & Co"]), role: null },
		...{ importedName: null, isBySourceStaff: false, leftSourceAt: null },
		...{ sourceReplies: one([0, 0, 3]), votes: one([0, 7]), importedVotes: 0 },
		html: visibility === "shown" ? `<p>第 ${id} 条 $& \\0</p>` : "",
		...{ underCount: rootId === null ? one([2, 12]) : 0 },
		...{ createdAt: new Date(0), editedAt: time(), hiddenByStaff: either() },
		...{ acceptedAt: time(), endorsedAt: time(), endorsedBy: "顾行" },
		staffWord: one([null, { kind: "caveat", text: "有例外 <i>", by: "顾行" }]),
		promotedTo: one([null, null, { number: 4, title: "问" }]),
		...{ pinned: one([null, "answer" as const]), position: null },
	};
};

const someThread = () =>
	({
		...{ id: 9, number: 9, kind: "question", state: "discussed" },
		...{ authorId: one([1, 2]), visibility: "shown", hiddenByStaff: false },
		...{ isPrivate: false, isAnonymous: false, positions: [], editedAt: null },
		...{ writeFirst: false, hasWritten: false, lockedAt: time() },
		...{ claimedById: null },
	}) as unknown as Thread;

/** The list's kept HTML for one of the cast, and what its components render. */
function shown(by: Member, thread: Thread, replies: Reply[], voted: number[]) {
	const language = one(["zh", "en"] as const);
	const words = wordsIn(language);
	const reader = { language, words, rareWords: words, theme: null };
	const prose = new Map<string, string>();
	const page = {
		...{ by, thread, slug: "llm", now: 86_400_000, votes: new Set(voted) },
		reader: { ...reader, timeZone: "Asia/Shanghai" },
		context: { isDocument: true, prose } as never,
	};
	const linkRest = either();
	const list = listOnPage(page, replies, { linkRest, hasOther: false });
	const place = { slug: "llm", path: "/courses/llm/threads/9" };
	const can = threadRights(by, thread);
	const context = { number: 9, positions: [], isHidden: false, can };
	const rendered = list.map((branch) =>
		renderToString(
			<ReaderProvider value={page.reader}>
				<ThreadProvider value={{ ...place, thread: context }}>
					<ProseContext.Provider value={prose}>
						<BranchItem branch={branch} linkRest={linkRest} />
					</ProseContext.Provider>
				</ThreadProvider>
			</ReaderProvider>,
		),
	);
	return { kept: prose.get(LIST), rendered: rendered.join("") };
}

it("the HTML that is kept of replies is what their components render, for each reader and after each change", () => {
	const all = new Set<string>();
	for (let round = 0; round < 300; round += 1) {
		const replies = [
			...[someReply(1, null), someReply(2, 1), someReply(3, 1)],
			...[someReply(4, null), someReply(5, 4)],
		];
		const { kept, rendered } = shown(one(cast), someThread(), replies, [
			one([1, 2, 4]),
		]);
		expect(kept).toBe(rendered);
		all.add(rendered);
	}
	expect(all.size).toBeGreaterThan(290);
});

it("a visitor's list is left to the components, as its links lead back to the page", () => {
	const visitor = { id: null, role: null };
	const replies = [someReply(1, null)];
	expect(shown(visitor, someThread(), replies, []).kept).toBeUndefined();
});
