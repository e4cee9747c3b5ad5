/** Characters. */
export const SAVED_TITLE_MAX = 60;

export const SAVED_SHOWN = 200;
