import { LRUCache } from "lru-cache";
import { renderToString } from "react-dom/server";
import { ProseContext } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { BranchItem } from "#app/replies/branch-item.tsx";
import {
	type Branch,
	branches,
	type ForPage,
} from "#app/replies/presentation.server.ts";
import { LIST } from "#app/replies/reply-list.tsx";
import type { Reply } from "#app/replies/rows.server.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import { threadRights } from "#app/threads/rights.ts";
import {
	type ThreadOnPage,
	ThreadProvider,
} from "#app/threads/thread-context.tsx";
import { isShown } from "#app/visibility/policy.ts";
import { ReaderProvider, type ServerReader } from "#app/words/reader.tsx";

const KEPT_BYTES = 8 * 1024 * 1024;

/** Text between holes and, in every second place, the name of the prose that fills the hole. */
type Template = string[];

/** By all that they are made of: what is said to two readers in the same words serves both. */
const templates = new LRUCache<string, Template>({
	maxSize: KEPT_BYTES,
	sizeCalculation: (template, made) =>
		2 * template.reduce((sum, { length }) => sum + length, made.length),
});

/** PostgreSQL keeps it in no text. */
const HOLE = "\0";
const HOLES = { get: (id: string) => HOLE + id + HOLE };

type Page = ForPage & { thread: Thread };

type Given = { reader: ServerReader; place: ThreadOnPage; linkRest: boolean };

/** For a ReplyList of the same `linkRest`, with no other view in it. The browser's components take the HTML over. */
export function listOnPage(
	page: Page,
	replies: Reply[],
	{ linkRest, hasOther }: { linkRest: boolean; hasOther: boolean },
): Branch[] {
	const list = branches(page, replies);
	const { context, by, reader } = page;
	// Visitors' links depend on more than is given here.
	if (context.isDocument && !hasOther && by.id !== null)
		context.prose.set(
			LIST,
			markup(context.prose, list, { reader, place: placeOf(page), linkRest }),
		);
	return list;
}

const placeOf = ({ slug, by, thread }: Page): ThreadOnPage => ({
	slug,
	path: paths.thread(slug, thread.number),
	thread: {
		number: thread.number,
		positions: thread.positions,
		isHidden: !isShown(thread),
		can: threadRights(by, thread),
	},
});

function markup(prose: Map<string, string>, list: Branch[], given: Given) {
	const { language, timeZone } = given.reader;
	const where = JSON.stringify([
		...[language, timeZone],
		...[given.place, given.linkRest],
	]);
	let html = "";
	for (const branch of list)
		templateOf(branch, given, where).forEach((part, at) => {
			html += at % 2 === 0 ? part : (prose.get(part) ?? "");
		});
	return html;
}

function templateOf(branch: Branch, given: Given, where: string): Template {
	const made = where + JSON.stringify(branch);
	const known = templates.get(made);
	if (known) return known;
	const html = renderToString(
		<ReaderProvider value={given.reader}>
			<ThreadProvider value={given.place}>
				<ProseContext.Provider value={HOLES}>
					<BranchItem branch={branch} linkRest={given.linkRest} />
				</ProseContext.Provider>
			</ThreadProvider>
		</ReaderProvider>,
	);
	const template = html.split(HOLE);
	templates.set(made, template);
	return template;
}
