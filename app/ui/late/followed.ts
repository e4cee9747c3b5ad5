import { type RefObject, useEffect, useRef, useState } from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { useAct } from "#app/ui/use-act.ts";

/** Typing pauses; sixty previews a minute are allowed. */
const PAUSE_MS = 1_200;

export type Following = {
	area: RefObject<HTMLTextAreaElement>;
	text: string;
	asked: number;
};

/** The preview of a form: at once where it is asked for, and again as the text changes. A new one ends the one before. */
export function useFollowed<Shown>({ area, text, asked }: Following) {
	const { submit, data, state } = useAct<({ ok: true } & Shown) | Failure>();
	const [sent, setSent] = useState<string | null>(null);
	const requested = useRef(0);
	useEffect(() => {
		const ask = () => {
			requested.current = asked;
			setSent(text);
			const form = area.current?.form ?? null;
			submit(form, { method: "post", action: paths.preview });
		};
		if (requested.current !== asked) return ask();
		if (text === sent) return;
		const timer = setTimeout(ask, PAUSE_MS);
		return () => clearTimeout(timer);
	}, [text, sent, asked, submit, area]);
	return { data, isStale: state !== "idle" || text !== sent };
}

/** Brings the preview into view where it is asked for again; `known`: how often it had been. */
export function useSeen(
	place: RefObject<HTMLElement>,
	{ asked, data }: { asked: number; data: unknown },
	known: number,
): void {
	const seen = useRef(known);
	useEffect(() => {
		if (!data || seen.current === asked) return;
		seen.current = asked;
		place.current?.scrollIntoView({ block: "nearest" });
	}, [data, asked, place]);
}
