import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("bare-server.mjs", import.meta.url));
/** Headers that node:http sends by itself, or that only describe the transfer. */
const ITS_OWN =
	/^(date|connection|keep-alive|transfer-encoding|content-length)$/i;

/** The bare server. Give it an answer of the real one, and it repeats it under the same path. */
export async function startBareServer() {
	const child = fork(program, { serialization: "advanced" });
	return {
		/** @param {string} path @param {{ rawHeaders: string[], body: Buffer }} answer @returns {Promise<string>} its URL */
		async answerAs(path, { rawHeaders, body }) {
			const headers = ["Content-Length", String(body.length)];
			for (let i = 0; i < rawHeaders.length; i += 2) {
				const [name = "", value = ""] = rawHeaders.slice(i, i + 2);
				if (!ITS_OWN.test(name)) headers.push(name, value);
			}
			child.send({ path, headers, body });
			const [{ port }] = await once(child, "message");
			return `http://127.0.0.1:${port}`;
		},
		stop: () => child.disconnect(),
	};
}
