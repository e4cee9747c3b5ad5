import { lazy, Suspense, useState } from "react";
import { useWords } from "#app/platform/i18n/reader.tsx";

const Picker = lazy(() => import("#app/saved-replies/picker.tsx"));

type Props = { coursePath: string; threadPath: string; parentId?: number };

/**
 * Offers the saved replies of the course to the form it stands in. Few write with them, so list and script come once they
 * are asked for; without a script, the link leads to the page of them.
 */
export function UseSavedReply({ coursePath, threadPath, parentId }: Props) {
	const { threads } = useWords();
	const [isOpen, setOpen] = useState(false);
	const path = `${coursePath}/saved-replies`;
	return (
		<div className="saved-replies">
			<a
				className="plain"
				href={path}
				target="_blank"
				rel="noreferrer"
				aria-expanded={isOpen}
				onClick={(event) => {
					event.preventDefault();
					setOpen(!isOpen);
				}}
			>
				{threads.useSaved}
			</a>
			{isOpen && (
				<Suspense>
					<Picker
						path={path}
						thread={threadPath.split("/").at(-1) ?? ""}
						parentId={parentId}
					/>
				</Suspense>
			)}
		</div>
	);
}
