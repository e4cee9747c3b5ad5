import * as paths from "#app/paths.ts";
import type { Role } from "#app/visibility/member.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = { staff: { handle: string; name: string; role: Role }[] };

export function StaffLine({ staff }: Props) {
	const { roles } = useWords();
	const { courses } = useRareWords();
	if (staff.length === 0) return null;
	return (
		<p className="muted facts">
			<span>{courses.staff}</span>
			{staff.map(({ handle, name, role }) => (
				<span key={handle}>
					<a className="link" href={paths.person(handle)}>
						{name}
					</a>{" "}
					<span className="staff">{roles[role]}</span>
				</span>
			))}
		</p>
	);
}
