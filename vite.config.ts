import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { workers } from "./app/platform/worker-plugin.ts";
import remixConfig from "./remix.config.js";

/** What most pages use: one file instead of twenty small ones. Rare words and forms come only with their pages, and what is `late` once a page works. */
const SHARED =
	/\/app\/(?:ui|platform|markdown|votes)\/(?!.*(?:rare-words|onward-form|draft-f|filter-|form-end|verb-page|slug-in|late\/))|\/app\/(?:threads\/(?:byline|marks|thread-context)|thinking\/position|questions\/passage|visibility\/limits)/;

const jsxRuntime = fileURLToPath(
	new URL("app/server/jsx-runtime.ts", import.meta.url),
);

/**
 * The HTTP server is the entry of the server bundle, so it shares the application's modules. For the browser, terser
 * makes files 3 % smaller than esbuild does.
 */
const bundles: Plugin = {
	name: "bundles",
	config: (_, { isSsrBuild }) => ({
		resolve: isSsrBuild ? { alias: { "react/jsx-runtime": jsxRuntime } } : {},
		build: isSsrBuild
			? { rollupOptions: { input: "app/server/main.ts" } }
			: {
					minify: "terser",
					terserOptions: { ecma: 2020, compress: { passes: 3 } },
					rollupOptions: {
						output: {
							manualChunks: (id) => (SHARED.test(id) ? "shared" : undefined),
						},
					},
				},
	}),
};

/** The server decides: the build fails if browser code imports a policy. Types are gone by then. */
const policiesStay: Plugin = {
	name: "policies-stay",
	enforce: "pre",
	resolveId(source, importer, { ssr }) {
		if (!ssr && /\/policy\.ts$/.test(source))
			this.error(`${importer} takes ${source} to the browser`);
	},
};

export default defineConfig({
	plugins: [
		policiesStay,
		workers(),
		tailwindcss(),
		remix(remixConfig),
		bundles,
	],
	build: { target: "es2022" },
	// All browser dependencies. Left to find them, Vite also finds the server's, and reloads for each.
	optimizeDeps: {
		noDiscovery: true,
		include: [
			"react",
			"react/jsx-runtime",
			"react/jsx-dev-runtime",
			"react-dom",
			"react-dom/client",
			"@remix-run/react",
		],
	},
});
