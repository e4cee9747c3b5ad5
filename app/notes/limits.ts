declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		tooManyPins: true;
		blockGone: true;
		noteGone: true;
	}
}

export const NOTE_KINDS = ["answer", "term", "correction", "remark"] as const;

export const PINS_PER_THREAD = 5;

/** Characters. */
export const SHORT_FORM_MAX = 300;
