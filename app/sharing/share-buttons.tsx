import { useEffect, useState } from "react";
import { useRareWords } from "#app/words/rare-words.ts";

type Can = { copy: boolean; share: boolean };

/** Without a script, or where the browser can do neither, the address stands above to be copied by hand. */
export function ShareButtons({ url }: { url: string }) {
	const { sharing } = useRareWords();
	const [can, setCan] = useState<Can | null>(null);
	const [isCopied, setIsCopied] = useState(false);
	useEffect(() => {
		setCan({ copy: "clipboard" in navigator, share: "share" in navigator });
	}, []);
	// Closing the sheet is no failure.
	const share = () => navigator.share({ url }).catch(() => {});
	const copy = () =>
		navigator.clipboard.writeText(url).then(
			() => setIsCopied(true),
			() => setCan((before) => before && { ...before, copy: false }),
		);
	return (
		<p className="mt-6 flex flex-wrap items-center gap-8">
			{can?.copy && (
				<button type="button" className="button" onClick={copy}>
					{sharing.copy}
				</button>
			)}
			{can?.share && (
				<button type="button" className="button quiet" onClick={share}>
					{sharing.share}
				</button>
			)}
			<span className="muted" role="status">
				{isCopied && sharing.copied}
			</span>
		</p>
	);
}
