import { Suspense, useState } from "react";
import * as paths from "#app/paths.ts";
import { late } from "#app/ui/late-code.tsx";
import { useWords } from "#app/words/reader.tsx";

const Picker = late(() => import("#app/saved-replies/picker.tsx"));

type Props = { slug: string; thread: number; parentId?: number };

/** Loads list and script only when asked, as few use them; without scripts the link leads to their page. */
export function UseSavedReply({ slug, thread, parentId }: Props) {
	const { threads } = useWords();
	const [isOpen, setOpen] = useState(false);
	return (
		<div className="flex flex-wrap items-center gap-x-12 text-aside">
			<a
				className="plain"
				href={paths.savedReplies(slug)}
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
					<Picker slug={slug} thread={thread} parentId={parentId} />
				</Suspense>
			)}
		</div>
	);
}
