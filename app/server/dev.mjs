import { createServer } from "vite";

/**
 * The development server: Vite in front, the application's own server behind it, loaded through Vite.
 * @param {string[]} words
 */
export async function dev(words) {
	const vite = await createServer({
		server: { middlewareMode: true },
		appType: "custom",
	});
	const { main } = await vite.ssrLoadModule("/app/server/main.ts");
	await main(["dev", ...words], vite);
}
