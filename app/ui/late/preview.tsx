import { type RefObject, useEffect, useId, useRef, useState } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { useReason } from "#app/ui/form-notice.tsx";
import { useAct } from "#app/ui/use-act.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

type Props = {
	area: RefObject<HTMLTextAreaElement>;
	text: string;
	/** Counts how often it was asked for. */
	asked: number;
};

/** Typing pauses; sixty previews a minute are allowed. */
const PAUSE_MS = 1_200;

/** Follows the text, and is seen once it comes. */
export default function Preview({ area, text, asked }: Props) {
	const { forms, threads, errors } = useWords();
	const id = useId();
	const { submit, data, state } = useAct<
		{ ok: true; html: string } | Failure
	>();
	const reason = useReason(data);
	const section = useRef<HTMLElement>(null);
	const [sent, setSent] = useState<string | null>(null);
	const requested = useRef(0);
	const seen = useRef(0);

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

	useEffect(() => {
		if (!data || seen.current === asked) return;
		seen.current = asked;
		section.current?.scrollIntoView({ block: "nearest" });
	}, [data, asked]);

	const isStale = state !== "idle" || text !== sent;
	return (
		<section
			ref={section}
			className="preview"
			aria-labelledby={id}
			aria-busy={isStale}
		>
			<h2 id={id}>
				{threads.previewOf}
				{isStale && <span className="muted">{forms.previewing}</span>}
			</h2>
			<div className="preview-text" aria-live="polite">
				{data?.ok ? (
					<Prose id={`${id}-preview`} html={data.html} />
				) : (
					data && (
						<p className="error">
							{data.errors.body ? sentenceOf(errors, data.errors.body) : reason}
						</p>
					)
				)}
			</div>
		</section>
	);
}
