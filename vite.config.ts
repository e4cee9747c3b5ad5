import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { markdownWorker } from "./app/markdown/worker-plugin.ts";
import remixConfig from "./remix.config.js";

/**
 * The HTTP server is the entry of the server bundle, so that it shares the application's modules. What goes to the
 * browser is 3 % smaller by terser than by esbuild, and a dozen files a page instead of thirty where chunks of less than
 * 4 KB join others: each is a request, and a link that every page renders.
 */
const bundles: Plugin = {
	name: "bundles",
	config: (_, { isSsrBuild }) => ({
		build: isSsrBuild
			? { rollupOptions: { input: "app/server/main.ts" } }
			: {
					minify: "terser",
					rollupOptions: { output: { experimentalMinChunkSize: 4000 } },
				},
	}),
};

export default defineConfig({
	plugins: [markdownWorker(), tailwindcss(), remix(remixConfig), bundles],
	build: { target: "es2022" },
	// Found only after the first page otherwise, when a second copy of React would come in.
	optimizeDeps: {
		include: ["react-dom/client", "@remix-run/react"],
	},
});
