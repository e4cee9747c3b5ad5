import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { markdownWorker } from "./app/markdown/worker-plugin.ts";
import remixConfig from "./remix.config.js";

/** The HTTP server is the entry of the server bundle, so that it shares the application's modules. */
const serverEntry: Plugin = {
	name: "server-entry",
	config: (_, { isSsrBuild }) =>
		isSsrBuild
			? { build: { rollupOptions: { input: "app/server/main.ts" } } }
			: undefined,
};

export default defineConfig({
	plugins: [markdownWorker(), tailwindcss(), remix(remixConfig), serverEntry],
	build: { target: "es2022" },
	// Found only after the first page otherwise, when a second copy of React would come in.
	optimizeDeps: {
		include: ["react-dom/client", "@remix-run/react"],
	},
});
