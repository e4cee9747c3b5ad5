import type { listMembers } from "#app/members/queries.server.ts";
import * as paths from "#app/paths.ts";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { ROLES } from "#app/visibility/member.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	members: Awaited<ReturnType<typeof listMembers>>;
	action: string;
};

export function MemberList({ members, action }: Props) {
	const { roles } = useWords();
	const { members: words } = useRareWords();
	return (
		<ul className="members">
			{members.map(({ handle, name, role, createdAt }) => (
				<li key={handle}>
					<p className="facts">
						<a href={paths.person(handle)}>{name}</a>
						<span className="muted">@{handle}</span>
						<span className="muted">
							{words.since}
							<TimeAgo time={createdAt} />
						</span>
					</p>
					<form method="post" action={action}>
						<input type="hidden" name="handle" value={handle} />
						<select
							name="role"
							defaultValue={role}
							aria-label={words.change(name)}
						>
							{ROLES.map((one) => (
								<option key={one} value={one}>
									{roles[one]}
								</option>
							))}
						</select>
						<button type="submit" className="button quiet">
							{words.save}
						</button>
					</form>
				</li>
			))}
		</ul>
	);
}
