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
		<ul>
			{members.map(({ handle, name, role, createdAt }) => (
				<li
					key={handle}
					className="flex flex-wrap items-center justify-between gap-x-15 gap-y-3 border-t border-rule py-6"
				>
					<p className="facts">
						<a href={paths.person(handle)}>{name}</a>
						<span className="muted">@{handle}</span>
						<span className="muted">
							{words.since}
							<TimeAgo time={createdAt} />
						</span>
					</p>
					<form method="post" action={action} className="flex gap-6">
						<input type="hidden" name="handle" value={handle} />
						<select
							className="w-auto"
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
