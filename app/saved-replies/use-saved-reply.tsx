import { lazy, Suspense, useState } from "react";
import { useWords } from "#app/words/reader.tsx";

const Picker = lazy(() => import("#app/saved-replies/picker.tsx"));

type Props = { coursePath: string; threadPath: string; parentId?: number };

/** Loads list and script only when asked, as few use them; without scripts the link leads to their page. */
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
