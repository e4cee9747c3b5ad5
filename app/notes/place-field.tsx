import { useEffect, useRef } from "react";
import { Prose } from "#app/markdown/prose.tsx";
import type { Fault } from "#app/platform/forms/failure.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

/** Stands for a block that no longer exists; saving it asks for another. */
export const UNCHOSEN = "unchosen";

export const placeId = (blockId: number) => `place-${blockId}`;

type Props = {
	blocks: { id: number; name: string; html: string | undefined }[];
	/** A block's id, "" for none, or UNCHOSEN. */
	chosen: string;
	error: Fault | undefined;
};

export function PlaceField({ blocks, chosen, error }: Props) {
	const { threads, errors } = useWords();
	const { pinForm } = threads;
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const at = box.current?.querySelector(":checked")?.closest("label");
		if (box.current && at) box.current.scrollTop = at.offsetTop - 40;
	}, []);
	const radio = (value: string) =>
		({ name: "blockId", value, defaultChecked: value === chosen }) as const;
	return (
		<fieldset className="field places">
			<legend>{pinForm.block}</legend>
			{chosen === UNCHOSEN && (
				<label className="place-none">
					<input type="radio" {...radio(UNCHOSEN)} /> {pinForm.choose}
				</label>
			)}
			<label className="place-none">
				<input type="radio" {...radio("")} /> {pinForm.noBlock}
			</label>
			<div ref={box} className="place-lesson text">
				{blocks.map(({ id, name, html }) => (
					<label key={id} className="place">
						<input type="radio" aria-label={name} {...radio(String(id))} />
						<Prose id={placeId(id)} html={html} />
					</label>
				))}
			</div>
			<p className="hint">{pinForm.blockHint}</p>
			{error && <p className="error">{sentenceOf(errors, error)}</p>}
		</fieldset>
	);
}
