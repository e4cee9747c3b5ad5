import { useLocation } from "@remix-run/react";
import {
	type ComponentProps,
	Suspense,
	useEffect,
	useRef,
	useState,
} from "react";
import * as paths from "#app/paths.ts";
import { Icon } from "#app/ui/icon.tsx";
import { late } from "#app/ui/late-code.tsx";
import { useWords } from "#app/words/reader.tsx";

const COURSE = /^\/courses\/(?!new$)([^/]+)/;

/** `/` leads to the page's own field, else to that of the header, unless somebody is writing. */
function seek(event: KeyboardEvent) {
	const { key, target, ctrlKey, metaKey, altKey } = event;
	const isTyped = (target as Element).closest("input,textarea,select");
	if (key !== "/" || ctrlKey || metaKey || altKey || isTyped) return;
	const all = document.querySelectorAll<HTMLElement>(
		"search > a, [type=search]",
	);
	const field = [...all].findLast((one) => one.checkVisibility());
	event.preventDefault();
	field?.focus();
}

const QuickFind = late(
	() => import("#app/ui/late/quick-find.tsx"),
	() => null,
);

/** Offers names to go to while one types, once its code is there. */
export function SearchInput({
	quick,
	...props
}: ComponentProps<"input"> & { quick: string }) {
	const field = useRef<HTMLInputElement>(null);
	const [isUsed, setUsed] = useState(false);
	return (
		<>
			<input
				{...props}
				ref={field}
				type="search"
				name="q"
				autoComplete="off"
				onFocus={() => setUsed(true)}
			/>
			{isUsed && (
				<Suspense>
					<QuickFind
						path={quick}
						field={field}
						label={props["aria-label"] ?? ""}
					/>
				</Suspense>
			)}
		</>
	);
}

/** In a course it searches the course. Without room it is a link to the page that has a field. */
export function SearchField() {
	const { nav } = useWords();
	const slug = COURSE.exec(useLocation().pathname)?.[1];
	useEffect(() => {
		document.addEventListener("keydown", seek);
		return () => document.removeEventListener("keydown", seek);
	}, []);
	const path = slug ? paths.searchIn(slug) : paths.search();
	const quick = slug ? paths.searchIn.quick(slug) : paths.search.quick();
	const label = slug ? nav.searchCourse : nav.search;
	return (
		<search aria-label={label}>
			<a className="md:hidden" href={path} aria-label={label}>
				<Icon name="search" />
			</a>
			<form className="relative max-md:hidden" action={path}>
				<SearchInput
					quick={quick}
					className="h-22 min-h-0 w-[12em] border-rule bg-transparent py-2 text-aside"
					aria-label={label}
					aria-keyshortcuts="/"
					placeholder={label}
				/>
			</form>
		</search>
	);
}
