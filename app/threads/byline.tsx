import * as paths from "#app/paths.ts";
import type { AuthorOnPage } from "#app/threads/presentation.server.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	author: AuthorOnPage | null;
	/** `author` is set only for those who may know the asker. */
	isAnonymous?: boolean;
	importedName?: string | null;
	isBySourceStaff?: boolean;
};

export function Byline({
	author,
	isAnonymous,
	importedName,
	isBySourceStaff = false,
}: Props) {
	const words = useWords();
	const { threads } = words;
	if (author)
		return (
			<>
				<strong>
					<a href={paths.person(author.handle)}>{author.name}</a>
				</strong>
				{author.role && (
					<span className="staff">{words.roles[author.role]}</span>
				)}
				{isAnonymous && (
					<span className="imported" title={threads.anonymousHint}>
						{threads.anonymous}
					</span>
				)}
			</>
		);
	if (importedName)
		return (
			<>
				<strong>{importedName}</strong>
				{isBySourceStaff ? (
					<span className="imported" title={threads.sourceStaffHint}>
						{threads.sourceStaff}
					</span>
				) : (
					<span className="imported" title={threads.importedHint}>
						{threads.imported}
					</span>
				)}
			</>
		);
	return (
		<strong>{isAnonymous ? threads.anonymous : threads.formerAccount}</strong>
	);
}
