import { createContext, useContext, useRef } from "react";
import { withOwnIds } from "#app/markdown/own-ids.ts";

// Written HTML travels once: a document carries it as HTML alone, by element id (`keepProse`), and hydration reuses
// what stands there. Only client navigation gets it as data.

export const ProseContext = createContext<Pick<
	Map<string, string>,
	"get"
> | null>(null);

/** For loaders; `id` is that of the Prose element, `scope` goes before the ids in it. */
export function keepProse(
	context: { isDocument: boolean; prose: Map<string, string> },
	id: string,
	html: string,
	scope = id,
): string | undefined {
	const own = withOwnIds(html, scope);
	if (!context.isDocument) return own;
	context.prose.set(id, own);
	return undefined;
}

type Props = {
	id: string;
	html: string | undefined;
	as?: "div" | "p" | "h2" | "h3" | "h4" | "ul" | "header" | "span";
	className?: string;
};

/** `id` must be the one given to keepProse. */
export function Prose({
	id,
	html,
	as: Tag = "div",
	className = "prose",
}: Props) {
	const onServer = useContext(ProseContext);
	const brought = useRef<string>();
	if (html === undefined && brought.current === undefined)
		brought.current =
			onServer?.get(id) ??
			(typeof document === "undefined"
				? ""
				: (document.getElementById(id)?.innerHTML ?? ""));
	return (
		<Tag
			id={id}
			className={className}
			dangerouslySetInnerHTML={{ __html: html ?? brought.current ?? "" }}
			suppressHydrationWarning
		/>
	);
}
