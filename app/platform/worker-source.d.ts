declare module "virtual:markdown-worker" {
	const source: string;
	export default source;
}

declare module "virtual:card-worker" {
	const source: string;
	export default source;
}
