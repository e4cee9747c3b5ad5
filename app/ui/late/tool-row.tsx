import {
	type KeyboardEvent,
	type RefObject,
	useEffect,
	useRef,
	useState,
} from "react";
import { EDITS, type Tool } from "#app/ui/late/markdown-edits.ts";
import { useWords } from "#app/words/reader.tsx";

const LINES: Record<Tool, string> = {
	bold: "M8 5h5.5a3.5 3.5 0 0 1 0 7H8zM8 12h6.5a3.5 3.5 0 0 1 0 7H8z",
	quote: "M5 5v14M10 8h9M10 12h9M10 16h6",
	code: "M9 7l-5 5 5 5M15 7l5 5-5 5",
	formula: "M18 7V5H7l6 7-6 7h11v-2",
	link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
	list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
};

const TOOLS: Tool[] = ["bold", "quote", "code", "formula", "link", "list"];

const KEYS: Record<string, Tool> = { b: "bold", e: "code", k: "link" };

const keyOf = (tool: Tool) =>
	Object.keys(KEYS)
		.find((key) => KEYS[key] === tool)
		?.toUpperCase();

/** Types into the field as a person would, so that the browser's undo knows it. */
function apply(area: HTMLTextAreaElement, tool: Tool) {
	const { value: text, selectionStart: from, selectionEnd: to } = area;
	const edit = EDITS[tool]({ text, from, to });
	area.focus();
	area.setSelectionRange(edit.from, edit.to);
	document.execCommand(edit.text ? "insertText" : "delete", false, edit.text);
	area.setSelectionRange(...edit.select);
}

/** One stop for the Tab key; arrows lead from tool to tool. */
export default function ToolRow({
	area,
}: {
	area: RefObject<HTMLTextAreaElement>;
}) {
	const { tools } = useWords().forms;
	const [at, setAt] = useState(0);
	const row = useRef<HTMLDivElement>(null);
	const isComposing = useRef(false);

	useEffect(() => {
		const field = area.current;
		if (!field) return;
		const onKey = (event: globalThis.KeyboardEvent) => {
			const tool = KEYS[event.key.toLowerCase()];
			const isAsked = event.ctrlKey !== event.metaKey;
			if (!tool || !isAsked || event.shiftKey || event.altKey) return;
			if (event.isComposing) return;
			event.preventDefault();
			apply(field, tool);
		};
		const onCompose = ({ type }: Event) => {
			isComposing.current = type === "compositionstart";
		};
		field.addEventListener("keydown", onKey);
		field.addEventListener("compositionstart", onCompose);
		field.addEventListener("compositionend", onCompose);
		return () => {
			field.removeEventListener("keydown", onKey);
			field.removeEventListener("compositionstart", onCompose);
			field.removeEventListener("compositionend", onCompose);
		};
	}, [area]);

	const onArrow = (event: KeyboardEvent) => {
		const last = TOOLS.length - 1;
		const next = {
			ArrowRight: at === last ? 0 : at + 1,
			ArrowLeft: at === 0 ? last : at - 1,
			Home: 0,
			End: last,
		}[event.key];
		if (next === undefined) return;
		event.preventDefault();
		setAt(next);
		row.current?.querySelectorAll("button")[next]?.focus();
	};

	return (
		<div
			ref={row}
			role="toolbar"
			aria-label={tools.name}
			aria-controls={area.current?.id}
			onKeyDown={onArrow}
		>
			{TOOLS.map((tool, i) => {
				const key = keyOf(tool);
				return (
					<button
						key={tool}
						type="button"
						tabIndex={i === at ? 0 : -1}
						aria-label={tools[tool]}
						aria-keyshortcuts={key && `Control+${key} Meta+${key}`}
						title={key ? `${tools[tool]} (Ctrl/⌘+${key})` : tools[tool]}
						onFocus={() => setAt(i)}
						// The field keeps the focus, unless an input method has to finish first.
						onMouseDown={(event) => {
							if (!isComposing.current) event.preventDefault();
						}}
						onClick={() => area.current && apply(area.current, tool)}
					>
						<svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
							<path d={LINES[tool]} />
						</svg>
					</button>
				);
			})}
		</div>
	);
}
