import { useId, useRef } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import { useReason } from "#app/ui/form-notice.tsx";
import { type Following, useFollowed, useSeen } from "#app/ui/late/followed.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

export default function Preview(following: Following) {
	const { asked } = following;
	const { forms, threads, errors } = useWords();
	const id = useId();
	const { data, isStale } = useFollowed<{ html: string }>(following);
	const reason = useReason(data);
	const section = useRef<HTMLElement>(null);
	useSeen(section, { asked, data }, 0);
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
