declare module "virtual:markdown-worker" {
	/** The worker with all it imports, as one CommonJS script. */
	const source: string;
	export default source;
}
