/** The only place for Remix options; vite.config.ts passes them on. @type {import("@remix-run/dev").VitePluginConfig} */
export default {
	appDirectory: "app",
	buildDirectory: "build",
	serverModuleFormat: "esm",
	future: {
		v3_fetcherPersist: true,
		// Off: docs/decisions/09-measured.md
		v3_lazyRouteDiscovery: false,
		v3_relativeSplatPath: true,
		v3_routeConfig: true,
		v3_singleFetch: true,
		v3_throwAbortReason: true,
	},
};
