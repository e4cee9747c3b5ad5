import { useEffect, useId, useRef } from "react";
import type { HangingOnEdit } from "#app/lessons/hanging.server.ts";
import { useScrollInStep } from "#app/lessons/scroll-step.ts";
import { useReason } from "#app/ui/form-notice.tsx";
import { type Following, useFollowed, useSeen } from "#app/ui/late/followed.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

type Shown = {
	html: string;
	/** Of each block its first line in the source, and the length of its HTML. */
	parts: [line: number, length: number][];
	hanging: HangingOnEdit[];
};

type Props = Following & { onHanging: (hanging: HangingOnEdit[]) => void };

function* blocksOf({ html, parts }: Shown) {
	let at = 0;
	for (const [line, length] of parts) {
		yield { line, html: html.slice(at, at + length) };
		at += length;
	}
}

export function LessonPane({ onHanging, ...following }: Props) {
	const { forms, errors } = useWords();
	const { lessonEditor } = useRareWords();
	const id = useId();
	const { data, isStale } = useFollowed<Shown>(following);
	const reason = useReason(data);
	const pane = useRef<HTMLElement>(null);
	const shown = data?.ok ? data : null;
	// A wrong text leaves what was shown before.
	const last = useRef<Shown | null>(null);
	if (shown) last.current = shown;
	useScrollInStep(following.area, pane, shown);
	useEffect(() => {
		if (shown) onHanging(shown.hanging);
	}, [shown, onHanging]);
	// The first one comes by itself.
	useSeen(pane, { asked: following.asked, data }, 1);
	return (
		<section
			ref={pane}
			className="lesson-pane"
			aria-labelledby={id}
			aria-busy={isStale}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
			tabIndex={0}
		>
			<h2 id={id}>
				{lessonEditor.asRead}
				{isStale && <span className="muted">{forms.previewing}</span>}
			</h2>
			{data && !data.ok && (
				<p className="error">
					{data.errors.body ? sentenceOf(errors, data.errors.body) : reason}
				</p>
			)}
			<div className="text prose">
				{last.current &&
					[...blocksOf(last.current)].map(({ line, html }) => (
						<div
							key={line}
							className="block"
							data-line={line}
							dangerouslySetInnerHTML={{ __html: html }}
						/>
					))}
			</div>
		</section>
	);
}

const NAMED = 5;

/** Before an edit is saved: what stands at the paragraphs that it changes. */
export function Hanging({ all }: { all: HangingOnEdit[] }) {
	const { lessonEditor } = useRareWords();
	const { threads } = useWords();
	const notes = all.filter(({ kind }) => kind !== null).length;
	return (
		<div className="hanging" role="status">
			{all.length > 0 && (
				<>
					<p>{lessonEditor.hanging(notes, all.length - notes)}</p>
					<ul>
						{all.slice(0, NAMED).map(({ href, kind, name, nameHtml }) => (
							<li key={href}>
								<a className="link" href={href} target="_blank" rel="noopener">
									{kind ? threads.notes[kind] : threads.kinds.question}
									{lessonEditor.colon}
									{nameHtml === null ? (
										name
									) : (
										<span dangerouslySetInnerHTML={{ __html: nameHtml }} />
									)}
								</a>
							</li>
						))}
					</ul>
				</>
			)}
		</div>
	);
}
