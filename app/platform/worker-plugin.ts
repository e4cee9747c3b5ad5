import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rollup } from "vite";

const WORKERS: Record<string, URL> = {
	"virtual:markdown-worker": new URL("../markdown/worker.ts", import.meta.url),
	"virtual:card-worker": new URL("../sharing/card-worker.ts", import.meta.url),
};

/** A worker started from a string runs alike in tests, development and the bundle. */
export function workers(): Plugin {
	return {
		name: "workers",
		resolveId: (id) => (id in WORKERS ? `\0${id}` : null),
		async load(id) {
			const { [id.slice(1)]: file } = WORKERS;
			if (!id.startsWith("\0") || !file) return null;
			const { code, moduleIds } = await bundleWorker(file);
			for (const path of moduleIds)
				if (!/node_modules|\0/.test(path)) this.addWatchFile(path);
			return `export default ${JSON.stringify(code)};`;
		},
	};
}

async function bundleWorker(file: URL): Promise<Rollup.OutputChunk> {
	const output = await build({
		configFile: false,
		logLevel: "warn",
		ssr: { noExternal: true },
		build: {
			ssr: fileURLToPath(file),
			write: false,
			minify: false,
			rollupOptions: { output: { format: "cjs" } },
		},
	});
	const [bundle] = [output].flat();
	if (!bundle || !("output" in bundle)) throw new Error("Nothing was bundled");
	return bundle.output[0];
}
