declare module "virtual:markdown-worker" {
	/** One CommonJS script with all imports. */
	const source: string;
	export default source;
}
