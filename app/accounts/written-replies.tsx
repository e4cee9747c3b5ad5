import type { ProfileReply } from "#app/accounts/queries.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { StaffWordLine } from "#app/ui/staff-word.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";

type Written = Omit<ProfileReply, "html"> & { html: string | undefined };

/** The element that holds a reply's text on its author's page. */
export const textId = (reply: { id: number }) => `written-${reply.id}`;

/** Replies out of their threads, each under the title of its own and a link to its place there. */
export function WrittenReplies({ replies }: { replies: Written[] }) {
	const { threads } = useWords();
	return (
		<ul className="threads">
			{replies.map((reply) => (
				<li key={reply.id}>
					<h3>
						<a
							href={`/courses/${reply.courseSlug}/replies/${reply.id}`}
							rel="nofollow"
						>
							{reply.threadTitle}
						</a>
					</h3>
					<p className="muted facts">
						<span>{reply.courseTitle}</span>
						<TimeAgo time={reply.createdAt} />
						{reply.votes > 0 && (
							<span className="num">{threads.voteTitle(0, reply.votes)}</span>
						)}
					</p>
					{reply.staffWord && <StaffWordLine word={reply.staffWord} />}
					<Prose id={textId(reply)} html={reply.html} />
				</li>
			))}
		</ul>
	);
}
