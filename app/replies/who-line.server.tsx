import * as paths from "#app/paths.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import { sayPosition } from "#app/thinking/say-position.ts";
import { Byline } from "#app/threads/byline.tsx";
import type { ThreadState } from "#app/threads/policy.ts";
import { authorOnPage } from "#app/threads/presentation.server.ts";
import { markupOf, type Reading } from "#app/ui/markup.server.tsx";
import { sharePath } from "#app/ui/share-path.ts";
import { isUndated, TimeSince } from "#app/ui/time-ago.tsx";
import { isShown } from "#app/visibility/policy.ts";

export type Place = Reading & {
	slug: string;
	thread: Pick<ThreadState, "positions">;
};

/** The element id of a reply in its frame of pinned ones, which says already that it is pinned. */
export const pinId = ({ id }: Pick<Reply, "id">) => `pin-${id}`;

/** Who wrote a reply, when, and what became of it: one piece of HTML, as a page has twenty of them. */
export function whoLine(place: Place, reply: Reply, id: string): string {
	const { createdAt, editedAt, endorsedAt } = reply;
	const times = [createdAt, editedAt, endorsedAt].filter((at) => at !== null);
	const saysPinned = id !== pinId(reply);
	return markupOf(reply, place, { times, variant: `who ${saysPinned}` }, () => (
		<WhoLine reply={reply} saysPinned={saysPinned} {...place} />
	));
}

type Props = Place & { reply: Reply; saysPinned: boolean };

function WhoLine({ reply, saysPinned, slug, thread, reader, now }: Props) {
	const at = { reader, now };
	const { positions } = thread;
	const { threads, sharing } = reader.words;
	const { position, inReplyTo } = reply;
	const gone = !isShown(reply);
	return (
		<>
			{!gone && (
				<Byline
					author={reply.author && authorOnPage(reply.author)}
					isAnonymous={reply.isAnonymous}
					importedName={reply.importedName}
					isBySourceStaff={reply.isBySourceStaff}
				/>
			)}
			{inReplyTo !== null && (
				<span>{threads.inReplyTo(inReplyTo || threads.anonymous)}</span>
			)}
			<a
				href={paths.reply(slug, reply.id)}
				title={threads.permalink}
				rel="nofollow"
			>
				{isUndated(reply.createdAt) ? (
					threads.undated
				) : (
					<TimeSince time={reply.createdAt} {...at} />
				)}
			</a>
			{reply.editedAt && (
				<span>
					{threads.edited}
					<TimeSince time={reply.editedAt} {...at} />
				</span>
			)}
			{reply.leftSourceAt && <span>{threads.leftSource}</span>}
			{saysPinned && reply.pinned && (
				<span className="text-cinnabar">{threads.pinnedHere}</span>
			)}
			{position && positions.includes(position) && (
				<span className="rounded-[1em] border border-rule-strong px-[0.6em] text-fine leading-[1.6] text-ink">
					{sayPosition(reader.words, positions)(position)}
				</span>
			)}
			{!gone && <Standing reply={reply} {...at} />}
			{!gone && (
				<a
					className="share"
					href={sharePath(slug, "reply", reply.id)}
					rel="nofollow"
				>
					{sharing.link}
				</a>
			)}
			{gone && (
				<span>
					{reply.hiddenByStaff ? threads.tombstoneByStaff : threads.tombstone}
				</span>
			)}
		</>
	);
}

function Standing({
	reply: { acceptedAt, endorsedAt, endorsedBy },
	...at
}: Pick<Props, "reply"> & Reading) {
	const { questions } = at.reader.words;
	return (
		<>
			{acceptedAt && (
				<span className="text-ink before:content-['✓_']">
					{questions.accepted}
				</span>
			)}
			{endorsedAt && (
				<span className="text-cinnabar before:content-['✓_']">
					{questions.endorsedBy(endorsedBy)}
					<TimeSince time={endorsedAt} {...at} />
				</span>
			)}
		</>
	);
}
