import type { Role } from "#app/courses/policy.ts";
import { isStaff } from "#app/courses/policy.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";

type Props = {
	author: { handle: string; name: string; role: Role | null } | null;
	importedName?: string | null;
};

/** Who wrote it: a link to the person, with the staff's mark; or a name that an import brought, marked as such. */
export function Byline({ author, importedName }: Props) {
	const words = useWords();
	if (author)
		return (
			<>
				<strong>
					<a href={`/people/${author.handle}`}>{author.name}</a>
				</strong>
				{author.role && isStaff(author.role) && (
					<span className="staff">{words.roles[author.role]}</span>
				)}
			</>
		);
	if (importedName)
		return (
			<>
				<strong>{importedName}</strong>
				<span className="imported" title={words.threads.importedHint}>
					{words.threads.imported}
				</span>
			</>
		);
	return <strong>{words.threads.formerAccount}</strong>;
}
