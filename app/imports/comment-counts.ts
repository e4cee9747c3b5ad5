const COUNT =
	/^[\s:×x]{0,3}[([【]?\s{0,3}(\d{1,3}(?:,\d{3}){1,2}|\d{1,7}|\d{1,4}\.\d{1,2}(?=\s?[kw万千]))\s?([kw万千]?)\+?\s{0,3}[)\]】]?[\s,|·、/]{0,3}$/iu;
const UNITS: Record<string, number> = { k: 1e3, 千: 1e3, w: 1e4, 万: 1e4 };

/** 12, １２, 1,234, 1.2k, 1.2万, 999+; bare or in brackets of any kind. */
export function toCount(written: string): number | null {
	const [, digits, unit = ""] = COUNT.exec(written.normalize("NFKC")) ?? [];
	if (!digits) return null;
	const factor = UNITS[unit.toLowerCase()] ?? 1;
	return Math.round(Number(digits.replaceAll(",", "")) * factor);
}
