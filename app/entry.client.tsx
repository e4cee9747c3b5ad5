import { RemixBrowser } from "@remix-run/react";
import { StrictMode, Suspense, startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { asTheme } from "#app/platform/language.ts";
import { OnceAtHand } from "#app/ui/data-at-hand.ts";
import { useCodeWhereItComes } from "#app/ui/route-code.ts";
import { type Reader, ReaderProvider } from "#app/words/reader.tsx";

// Load the words of the page's language only.
const load = {
	zh: () => import("#app/words/zh/base.ts").then(({ base }) => base),
	en: () => import("#app/words/en/base.ts").then(({ base }) => base),
};

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

/** Remix suspends for the data, and a click meanwhile breaks hydration (react/react#25495), so it is awaited first. */
function haveDataAtHand() {
	// React adds its listeners once per document.
	const aside = createRoot(document.implementation.createHTMLDocument().body);
	return new Promise<void>((resolve) => {
		const stop = () => {
			resolve();
			throw new Promise(() => {});
		};
		aside.render(
			<ReaderProvider value={reader}>
				<OnceAtHand.Provider value={stop}>
					<Suspense>
						<RemixBrowser />
					</Suspense>
				</OnceAtHand.Provider>
			</ReaderProvider>,
		);
	}).then(() => aside.unmount());
}

// Nothing is copied before it is selected, and few pages are copied from.
document.addEventListener(
	"selectionchange",
	() => void import("#app/markdown/late/copy-formulas.ts").catch(() => {}),
	{ once: true },
);

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
