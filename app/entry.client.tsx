import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { asTheme } from "#app/platform/language.ts";
import { standInForServer, useCodeWhereItComes } from "#app/ui/stand-in.ts";
import { type Reader, ReaderProvider } from "#app/words/reader.tsx";

// Load the words of the page's language only.
const load = {
	zh: () => import("#app/words/zh/base.ts").then(({ base }) => base),
	en: () => import("#app/words/en/base.ts").then(({ base }) => base),
};

standInForServer();

const { lang, dataset } = document.documentElement;
const language = lang === "en" ? "en" : "zh";
const reader: Reader = {
	language,
	theme: asTheme(dataset.theme),
	timeZone: dataset.timeZone ?? "UTC",
	words: await load[language](),
	rareWords: null,
};

function Site() {
	useCodeWhereItComes();
	return <RemixBrowser />;
}

/** A click while Remix suspends for the data breaks hydration, so it is read first (react/react#25495). */
async function haveDataAtHand() {
	try {
		RemixBrowser({});
	} catch (reading) {
		await reading;
	}
}

await haveDataAtHand();
startTransition(() => {
	hydrateRoot(
		document,
		<StrictMode>
			<ReaderProvider value={reader}>
				<Site />
			</ReaderProvider>
		</StrictMode>,
	);
});
