declare module "unicode-confusables" {
	/** Every character replaced by the one it can be confused with. */
	export function rectifyConfusion(text: string): string;
}
