import { createContext, useContext, useRef } from "react";

/*
 * What people wrote travels once. A page asked for as a document carries it as HTML alone: the loader hands it to the
 * render by element id (`keepProse`), and in the browser the first render finds it where it already stands. Only a page
 * that is reached without a document load gets it as data.
 */

/** HTML by element id, on the server. */
export const ProseContext = createContext<Map<string, string> | null>(null);

/** In a loader: keeps `html` out of the data of a document, for the Prose element with this id. */
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
	/** Undefined where the document brought it. */
	html: string | undefined;
	as?: "div" | "p" | "h2" | "h3" | "h4" | "ul";
	className?: string;
};

/** Rendered Markdown. `id` must be the one that the loader gave to keepProse. */
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
