import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rollup } from "vite";

const NAME = "virtual:markdown-worker";

/** A worker started from a string runs alike in tests, development and the bundle. */
export function markdownWorker(): Plugin {
	return {
		name: "markdown-worker",
		resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
		async load(id) {
			if (id !== `\0${NAME}`) return null;
			const { code, moduleIds } = await bundleWorker();
			for (const file of moduleIds)
				if (!/node_modules|\0/.test(file)) this.addWatchFile(file);
			return `export default ${JSON.stringify(code)};`;
		},
	};
}

async function bundleWorker(): Promise<Rollup.OutputChunk> {
	const output = await build({
		configFile: false,
		logLevel: "warn",
		ssr: { noExternal: true },
		build: {
			ssr: fileURLToPath(new URL("./worker.ts", import.meta.url)),
			write: false,
			minify: false,
			rollupOptions: { output: { format: "cjs" } },
		},
	});
	const [bundle] = [output].flat();
	if (!bundle || !("output" in bundle)) throw new Error("Nothing was bundled");
	return bundle.output[0];
}
