import { useState } from "react";
import { DocumentReport } from "#app/imports/document-report.tsx";
import { FORMATS } from "#app/imports/format.ts";
import type { DocumentView } from "#app/imports/preview.server.ts";
import type { ErrorKey } from "#app/platform/failure.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { Field, SelectField, TextField } from "#app/ui/field.tsx";
import { useDraft } from "#app/ui/use-draft.ts";

type Props = {
	coursePath: string;
	error?: ErrorKey;
	/** What was sent and could not be read. */
	unread: DocumentView[];
};

/** Where the draft of a pasted document is kept. */
export const draftKey = (coursePath: string) => `${coursePath}/import`;

/**
 * The documents to import: files, or a text. A document of its own is loaded for the preview, so that a page that says
 * that the files are too large can show.
 */
export function ImportForm({ coursePath, error, unread }: Props) {
	const { imports, forms } = useWords();
	const pasted = unread.find(({ name }) => name === "");
	const draft = useDraft(draftKey(coursePath), pasted?.text ?? "");
	const [isSending, setSending] = useState(false);
	return (
		<>
			<p className="muted">{imports.intro}</p>
			<form
				method="post"
				action={`${coursePath}/import`}
				encType="multipart/form-data"
				className="write"
				onSubmit={() => setSending(true)}
			>
				<Field
					label={imports.files}
					hint={imports.filesHint}
					error={error}
					type="file"
					name="files"
					multiple
					accept=".txt,.md,.markdown"
				/>
				<TextField
					label={imports.pasted}
					hint={draft.state === "none" ? undefined : draftWords(draft, forms)}
					name="pasted"
					rows={8}
					value={draft.text}
					onChange={(event) => draft.write(event.target.value)}
					spellCheck={false}
				/>
				<SelectField
					label={imports.format}
					hint={imports.formatHint}
					name="format"
					defaultValue={pasted?.format ?? "document"}
					options={FORMATS.map((value) => ({
						value,
						label: imports.formats[value],
					}))}
				/>
				<div className="row">
					<button type="submit" className="button">
						{isSending ? imports.previewing : imports.preview}
					</button>
				</div>
			</form>
			{unread.map((document, i) => (
				<DocumentReport
					key={`${i} ${document.name}`}
					id={`unread-${i}`}
					document={document}
				/>
			))}
		</>
	);
}
