import { createServer } from "vite";

/** Vite in front, the application's server behind it. @param {string[]} words */
export async function dev(words) {
	const vite = await createServer({
		server: { middlewareMode: true },
		appType: "custom",
	});
	const { main } = await vite.ssrLoadModule("/app/server/main.ts");
	await main(["dev", ...words], vite);
}
