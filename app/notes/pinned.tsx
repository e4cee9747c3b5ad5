import { Prose } from "#app/markdown/prose.tsx";
import type { Pin } from "#app/notes/queries.server.ts";
import * as paths from "#app/paths.ts";
import { ReplyItem } from "#app/replies/reply-item.tsx";
import type { SparseReply } from "#app/replies/sparse.ts";
import { useThread } from "#app/threads/thread-context.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

export type PinOnPage = Omit<Pin, "reply"> & { reply: SparseReply };

export function Pinned({
	pins,
	lessonNumber,
}: {
	pins: PinOnPage[];
	lessonNumber: number | null;
}) {
	const { threads } = useWords();
	const { slug } = useThread();
	if (pins.length === 0) return null;
	return (
		<section aria-label={threads.pins}>
			{pins.map((pin) => (
				<div key={pin.reply.id} className="pinned">
					<p className="muted facts">
						<span className="kind text-aside font-semibold text-cinnabar">
							{threads.notes[pin.kind]}
						</span>
						<span>
							{pin.pinnedBy && threads.pinnedBy(pin.pinnedBy)}
							<TimeAgo time={pin.pinnedAt} />
						</span>
						{pin.blockId && lessonNumber && (
							<a
								className="link"
								href={`${paths.lesson(slug, lessonNumber)}#block-${pin.blockId}`}
							>
								{pin.section
									? threads.pinnedInLesson(pin.section)
									: threads.pinnedInLessonTop}
							</a>
						)}
					</p>
					{pin.shortHtml && (
						<Prose
							as="p"
							id={`short-${pin.reply.id}`}
							html={pin.shortHtml}
							className="short-form font-kai text-cinnabar"
						/>
					)}
					<ReplyItem reply={pin.reply} id={`pin-${pin.reply.id}`} />
				</div>
			))}
		</section>
	);
}
