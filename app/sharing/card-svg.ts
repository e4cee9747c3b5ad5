import type { Style, Typeset } from "#app/sharing/card-fonts.ts";
import { cut, wrapped } from "#app/sharing/card-lines.ts";

export const CARD = { width: 1200, height: 630 };

export type Card = {
	course: string | null;
	label: string;
	title: string;
	text: string;
	facts: string;
	site: string;
	/** A note: the teacher's red. */
	isNote: boolean;
};

/** The light colours of styles/tokens.css. */
const PAPER = "#faf7f0";
const INK = "#211d18";
const MUTED = "#5f574c";
const RULE = "#e5dece";
const CINNABAR = "#a92d1d";

const MARGIN = 92;
const WIDTH = CARD.width - 2 * MARGIN;

const SMALL: Style = { size: 32, weight: 400 };
const TEXT: Style = { size: 34, weight: 400 };
const TITLES: { style: Style; lines: number }[] = [
	{ style: { size: 76, weight: 600 }, lines: 2 },
	{ style: { size: 62, weight: 600 }, lines: 3 },
	{ style: { size: 52, weight: 600 }, lines: 4 },
];
const LEADING = 1.36;
const TEXT_LEADING = 1.55;

const TOP = 112;
const BOTTOM = CARD.height - 68;
const MIDDLE = { from: 158, to: 494 };

/** As in public/favicon.svg. */
const mark = (x: number, y: number) =>
	`<g transform="translate(${x} ${y}) scale(1.25)"><rect width="32" height="32" rx="5" fill="#b03020"/>` +
	`<path d="M9 8v16M14 10h10M14 16h10M14 22h6" stroke="#fffdf8" stroke-width="2.4" stroke-linecap="round" fill="none"/></g>`;

/** Text as shapes, so that drawing it needs no font. */
export function cardSvg(card: Card, typeset: Typeset): string {
	const said = (text: string) => typeset.clean(text);
	const fitted = (text: string, style: Style, width: number, lines = 1) =>
		cut(said(text), (piece) => typeset.width(piece, style), { width, lines });
	const line = (
		text: string,
		x: number,
		y: number,
		style: Style,
		fill: string,
	) => `<g fill="${fill}">${typeset.shapes(text, x, y, style)}</g>`;
	const fromRight = (text: string, y: number, fill: string) =>
		line(
			text,
			CARD.width - MARGIN - typeset.width(text, SMALL),
			y,
			SMALL,
			fill,
		);

	const site = said(card.site);
	const label = said(card.label);
	const labelWidth = typeset.width(label, SMALL);
	const siteWidth = typeset.width(site, SMALL);
	const [course = site] = card.course
		? fitted(card.course, SMALL, WIDTH - labelWidth - 60)
		: [];
	const [facts = ""] = fitted(card.facts, SMALL, WIDTH - siteWidth - 120);

	const title = titleOf(card, typeset);
	const titleHeight = title.lines.length * title.style.size * LEADING;
	const room = MIDDLE.to - MIDDLE.from - titleHeight - 24;
	const most = Math.min(2, Math.floor(room / (TEXT.size * TEXT_LEADING)));
	const text =
		most > 0 && card.text ? fitted(card.text, TEXT, WIDTH, most) : [];
	const textHeight = text.length
		? 24 + text.length * TEXT.size * TEXT_LEADING
		: 0;
	const start = (MIDDLE.from + MIDDLE.to - titleHeight - textHeight) / 2;

	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">`,
		`<rect width="${CARD.width}" height="${CARD.height}" fill="${PAPER}"/>`,
		...(card.isNote
			? [`<rect width="14" height="${CARD.height}" fill="${CINNABAR}"/>`]
			: []),
		line(course, MARGIN, TOP, SMALL, MUTED),
		fromRight(label, TOP, card.isNote ? CINNABAR : MUTED),
		...title.lines.map((one, at) =>
			line(
				one,
				MARGIN,
				start + (at + 0.82) * title.style.size * LEADING,
				title.style,
				INK,
			),
		),
		...text.map((one, at) =>
			line(
				one,
				MARGIN,
				start + titleHeight + 24 + (at + 0.7) * TEXT.size * TEXT_LEADING,
				TEXT,
				MUTED,
			),
		),
		`<rect x="${MARGIN}" y="${BOTTOM - 68}" width="${WIDTH}" height="2" fill="${RULE}"/>`,
		line(facts, MARGIN, BOTTOM, SMALL, MUTED),
		fromRight(site, BOTTOM, MUTED),
		mark(CARD.width - MARGIN - siteWidth - 54, BOTTOM - 32),
		"</svg>",
	].join("");
}

function titleOf({ title }: Card, typeset: Typeset) {
	const text = typeset.clean(title);
	for (const { style, lines: most } of TITLES) {
		const widthOf = (piece: string) => typeset.width(piece, style);
		const lines = wrapped(text, widthOf, { width: WIDTH, lines: most });
		if (lines) return { style, lines };
	}
	const { style, lines } = TITLES.at(-1) ?? { style: TEXT, lines: 1 };
	const widthOf = (piece: string) => typeset.width(piece, style);
	return { style, lines: cut(text, widthOf, { width: WIDTH, lines }) };
}
