import { parentPort, workerData } from "node:worker_threads";
import { fontsIn } from "#app/sharing/card-fonts.ts";
import { type Card, cardSvg } from "#app/sharing/card-svg.ts";

const typeset = fontsIn(workerData);

parentPort?.on("message", async (card: Card) => {
	const { course, label, title, text, facts, site } = card;
	const texts = [course ?? "", label, title, text, facts, site];
	parentPort?.postMessage(cardSvg(card, await (await typeset)(texts)));
});
