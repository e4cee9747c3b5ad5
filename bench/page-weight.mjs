import { ask, textOf } from "./ask.mjs";

const GZIP = { "Accept-Encoding": "gzip" };

/**
 * The bytes of JavaScript, gzipped, that a browser loads for a page: all that the page names and imports, and what
 * these import in turn, the words of the page's language included.
 * @param {string} url the site's @param {import("./ask.mjs").Answer} page
 */
export async function scriptBytes(url, page) {
	const html = textOf(page);
	const language = /<html lang="(\w+)/.exec(html)?.[1];
	const words = RegExp(`import\\("(\\./${language}-[^"]+)"\\)`, "g");
	const waiting = new Set(
		[...html.matchAll(/"(\/assets\/[^"]+\.js)"/g)]
			.filter(({ index }) => isLoaded(html.slice(0, index)))
			.map(([, path = ""]) => path),
	);
	let bytes = 0;
	for (const path of waiting) {
		const answer = await ask(url + path, { headers: GZIP });
		if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
		bytes += answer.body.length;
		const script = textOf(answer);
		const imported = [
			...script.matchAll(/(?:^|[;}\n])(?:import|export)[^"'()]*"(\.\/[^"]+)"/g),
			...script.matchAll(words),
		];
		for (const [, name = ""] of imported)
			waiting.add(new URL(name, url + path).pathname);
	}
	return bytes;
}

/** Whether a name that stands behind this HTML is loaded: Remix's list of all the site's modules only names them. */
const isLoaded = (/** @type {string} */ before) =>
	/(?:href=|src=|import |from |import\()$/.test(before);
