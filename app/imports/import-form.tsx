import { useRef, useState } from "react";
import { DocumentReport } from "#app/imports/document-report.tsx";
import { FolderField } from "#app/imports/folder-field.tsx";
import { FORMATS } from "#app/imports/format.ts";
import { DOCUMENT_MB } from "#app/imports/limits.ts";
import type { DocumentView } from "#app/imports/preview.server.ts";
import type { ErrorKey } from "#app/platform/forms/failure.ts";
import { FileField, SelectField, TextField } from "#app/ui/field.tsx";
import { useDraft } from "#app/ui/use-draft.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	path: string;
	error?: ErrorKey;
	unread: DocumentView[];
};

/** Loads a page, so that the one about files too large can show. */
export function ImportForm({ path, error, unread }: Props) {
	const { forms } = useWords();
	const { imports } = useRareWords();
	const pasted = unread.find(({ name }) => name === "");
	const area = useRef<HTMLTextAreaElement>(null);
	const draft = useDraft(path, area, "", pasted?.text);
	const [isSending, setSending] = useState(false);
	const hints = { kept: forms.draftKept, "brought back": forms.draftBack };
	return (
		<>
			<p className="muted mb-14">{imports.intro}</p>
			<form
				method="post"
				action={path}
				encType="multipart/form-data"
				onSubmit={() => setSending(true)}
			>
				<FileField
					label={imports.files}
					invitation={imports.filesDrop}
					hint={imports.filesHint(DOCUMENT_MB)}
					error={pasted ? undefined : error}
					name="files"
					multiple
					accept=".txt,.md,.mdx,.markdown"
				/>
				<FolderField />
				<TextField
					inputRef={area}
					label={imports.pasted}
					hint={draft.state !== "none" && hints[draft.state]}
					error={pasted && error}
					name="body"
					rows={8}
					value={draft.text}
					onChange={(event) => draft.write(event.target.value)}
					spellCheck={false}
				/>
				<SelectField
					label={imports.format}
					hint={imports.formatHint}
					name="format"
					defaultValue={pasted?.format ?? "auto"}
					options={(["auto", ...FORMATS] as const).map((value) => ({
						value,
						label: imports.formats[value],
					}))}
				/>
				<div className="row">
					{draft.state === "brought back" && (
						<button
							type="button"
							className="plain"
							onClick={() => draft.discard("")}
						>
							{forms.discardDraft}
						</button>
					)}
					<button type="submit" className="button">
						{isSending ? imports.previewing : imports.preview}
					</button>
				</div>
			</form>
			{unread.map((document) => (
				<DocumentReport key={document.id} document={document} />
			))}
		</>
	);
}
