import type { ProfileReply } from "#app/accounts/queries.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { StaffWordLine } from "#app/ui/staff-word.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

type Written = Omit<ProfileReply, "html"> & { html: string | undefined };

export const textId = (reply: { id: number }) => `written-${reply.id}`;

export function WrittenReplies({ replies }: { replies: Written[] }) {
	const { threads } = useWords();
	return (
		<ul className="threads">
			{replies.map((reply) => (
				<li key={reply.id}>
					<h3>
						<a href={paths.reply(reply.courseSlug, reply.id)} rel="nofollow">
							{reply.threadTitle}
						</a>
					</h3>
					<p className="muted facts">
						<span>{reply.courseTitle}</span>
						<TimeAgo time={reply.createdAt} />
						{reply.votes > 0 && (
							<span className="tabular-nums">
								{threads.voteTitle(0, reply.votes)}
							</span>
						)}
					</p>
					{reply.staffWord && <StaffWordLine word={reply.staffWord} />}
					<Prose id={textId(reply)} html={reply.html} className="prose mt-5" />
				</li>
			))}
		</ul>
	);
}
