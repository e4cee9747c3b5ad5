declare module "virtual:markdown-worker" {
	const source: string;
	export default source;
}
