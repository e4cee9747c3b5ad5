import { ask, textOf } from "./ask.mjs";

const GZIP = { "Accept-Encoding": "gzip" };

/**
 * The gzipped bytes of JavaScript that a browser loads for a page: everything that the page names, with all imports and the
 * words of the page's language.
 * @param {string} url the site's @param {import("./ask.mjs").Answer} page
 */
export async function scriptBytes(url, page) {
	const html = textOf(page);
	const language = /<html lang="(\w+)/.exec(html)?.[1];
	const words = RegExp(
		`\\b${language}:\\(\\)=>.*?import\\("(\\./[^"]+)"\\)`,
		"g",
	);
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

/** Whether a name after this HTML is loaded: Remix's list of the site's modules only names them. */
const isLoaded = (/** @type {string} */ before) =>
	/(?:href=|src=|import |from |import\()$/.test(before);
