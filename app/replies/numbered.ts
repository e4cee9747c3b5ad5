/** Pages are counted from either end of an order; those between have no number. */
export const NUMBERED_PAGES = 50;

export const isNumbered = (page: number, pages: number): boolean =>
	page <= NUMBERED_PAGES || page >= pages - NUMBERED_PAGES;
