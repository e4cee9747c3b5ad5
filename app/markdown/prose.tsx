import { createContext, useContext, useRef } from "react";

// Written HTML travels once: a document carries it as HTML alone, by element id (`keepProse`), and hydration reuses
// what stands there. Only client navigation gets it as data.

export const ProseContext = createContext<Pick<
	Map<string, string>,
	"get"
> | null>(null);

/** For loaders; `id` is that of the Prose element. */
export function keepProse(
	context: { isDocument: boolean; prose: Map<string, string> },
	id: string,
	html: string,
): string | undefined {
	if (!context.isDocument) return html;
	context.prose.set(id, html);
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
