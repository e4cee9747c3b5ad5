import { useEffect, useRef, useState } from "react";
import { useRareWords } from "#app/words/rare-words.ts";

type Card = {
	term: string;
	source: string;
	meaning: string;
	href: string;
	/** The note on this page that decided it. */
	note: string | null;
	left: number;
	top: number;
};

const isPlain = (event: MouseEvent) =>
	event.button === 0 &&
	!(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);

function cardOf(link: HTMLAnchorElement): Card {
	const { term = "", source = "", reply = "" } = link.dataset;
	// The first piece of a word that breaks over two lines.
	const [piece = link.getBoundingClientRect()] = link.getClientRects();
	const { left, bottom } = piece;
	const note = `note-${reply}`;
	return {
		term,
		source,
		meaning: link.title,
		href: link.pathname + link.hash,
		note: document.getElementById(note) && `#${note}`,
		left: scrollX + left,
		top: scrollY + bottom,
	};
}

/** Without scripts the mark leads to the glossary. */
export function TermCard() {
	const { glossary } = useRareWords();
	const box = useRef<HTMLDivElement>(null);
	const [card, setCard] = useState<Card | null>(null);
	useEffect(() => {
		// A browser without popovers follows the link.
		if (!("popover" in HTMLElement.prototype)) return;
		const open = (event: MouseEvent) => {
			const { target } = event;
			const link = target instanceof Element && target.closest("a.term");
			if (!(link instanceof HTMLAnchorElement) || !isPlain(event)) return;
			event.preventDefault();
			setCard(cardOf(link));
		};
		// Runs before the router's listener, which follows links.
		document.addEventListener("click", open, { capture: true });
		return () => document.removeEventListener("click", open, { capture: true });
	}, []);
	useEffect(() => {
		if (!card) return;
		if (!box.current?.matches(":popover-open")) box.current?.showPopover();
		// The keyboard continues from here; closing returns it to the word.
		box.current?.focus();
	}, [card]);
	if (!card) return null;
	return (
		<div
			ref={box}
			{...{ popover: "auto" }}
			role="dialog"
			tabIndex={-1}
			aria-labelledby="term-card"
			className="term-card"
			style={{ top: card.top, ...{ "--left": `${card.left}px` } }}
		>
			<p
				id="term-card"
				className="font-song text-reading leading-[1.5] font-semibold"
			>
				{card.term} <span className="source-word">{card.source}</span>
			</p>
			{card.meaning && <p>{card.meaning}</p>}
			<p className="facts mt-4 font-hei text-small leading-[1.6] text-muted">
				{card.note && (
					<a
						className="link py-3"
						href={card.note}
						onClick={() => box.current?.hidePopover()}
					>
						{glossary.seeNote}
					</a>
				)}
				<a className="link py-3" href={card.href}>
					{glossary.entry}
				</a>
			</p>
		</div>
	);
}
