export const pageNumber = (
	text: string | null | undefined,
	fallback = 1,
): number => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : fallback);
