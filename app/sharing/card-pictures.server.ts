import { createHash } from "node:crypto";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import cardWorker from "virtual:card-worker";
import { LRUCache } from "lru-cache";
import { Unavailable } from "#app/platform/unavailable.ts";
import type { FontPlaces } from "#app/sharing/card-fonts.ts";
import type { Card } from "#app/sharing/card-svg.ts";

/** Raise it whenever the same card is drawn in another way. */
const DRAWING = 1;

const KEPT_BYTES = 16 * 1024 * 1024;
const WAITING_MAX = 20;
const RETRY_AFTER_S = 10;
/** Open fonts are large: nobody keeps them for nothing. */
const IDLE_MS = 600_000;
/** The first one of a worker also opens the fonts. */
const DRAWING_MS = 30_000;
const RESOURCES = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };
const COLOURS = 64;

/** Changes with what the picture says, so an address that holds it can be kept for ever. */
export const versionOf = (card: Card): string =>
	createHash("sha256")
		.update(JSON.stringify([DRAWING, card]))
		.digest("base64url")
		.slice(0, 16);

const pictures = new LRUCache<string, Buffer>({
	maxSize: KEPT_BYTES,
	sizeCalculation: (picture) => picture.length,
});
const underway = new Map<string, Promise<Buffer>>();
let last: Promise<unknown> = Promise.resolve();

/** One at a time, whoever asks. @throws Unavailable where too many wait */
export function pictureOf(card: Card): Promise<Buffer> {
	const version = versionOf(card);
	const picture = pictures.get(version);
	if (picture) return Promise.resolve(picture);
	const before = underway.get(version);
	if (before) return before;
	if (underway.size >= WAITING_MAX)
		return Promise.reject(new Unavailable("busy", RETRY_AFTER_S));
	const next = last.then(() => draw(card));
	last = next.catch(() => {});
	underway.set(version, next);
	return next
		.then((drawn) => {
			pictures.set(version, drawn);
			return drawn;
		})
		.finally(() => underway.delete(version));
}

async function draw(card: Card): Promise<Buffer> {
	const svg = await svgOf(card);
	const { default: sharp } = await import("sharp");
	return sharp(Buffer.from(svg))
		.png({ palette: true, colours: COLOURS, dither: 0 })
		.toBuffer();
}

let worker: Worker | null = null;
let idle: NodeJS.Timeout | undefined;

function hire(): Worker {
	const here = createRequire(import.meta.url);
	const workerData: FontPlaces = {
		song: dirname(
			here.resolve("@fontsource-variable/noto-serif-sc/unicode.json"),
		),
		math: here.resolve("#app/styles/fonts/stix-two-math.woff2"),
		harfbuzz: pathToFileURL(here.resolve("harfbuzzjs")).href,
	};
	const hired = new Worker(cardWorker, {
		...{ eval: true, name: "cards", resourceLimits: RESOURCES, workerData },
	});
	const gone = () => {
		if (worker === hired) worker = null;
	};
	return hired.on("error", gone).on("exit", gone);
}

async function svgOf(card: Card): Promise<string> {
	clearTimeout(idle);
	worker ??= hire();
	const hired = worker;
	hired.ref();
	hired.postMessage(card);
	try {
		const signal = AbortSignal.timeout(DRAWING_MS);
		const [svg] = await once(hired, "message", { signal });
		return svg;
	} catch (error) {
		leave();
		throw error;
	} finally {
		hired.unref();
		idle = setTimeout(leave, IDLE_MS).unref();
	}
}

function leave(): void {
	void worker?.terminate();
	worker = null;
}
