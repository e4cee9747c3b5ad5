import { useEffect, useRef } from "react";
import { sortFiles } from "#app/imports/course-files.ts";
import { FileField } from "#app/ui/field.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

const NAME = "folder";

/** Files that are not read are named; pictures and what else is beside them would only be too large. */
function withoutOthers({ formData }: FormDataEvent): void {
	const files = formData
		.getAll(NAME)
		.filter((file): file is File => file instanceof File);
	const { lessons, lists, passed, others } = sortFiles(files.map(pathOf));
	const read = new Set([...lessons, ...lists, ...passed]);
	formData.delete(NAME);
	for (const file of files) {
		const path = pathOf(file);
		if (read.has(path)) formData.append(NAME, file, path);
		else if (others.includes(path)) formData.append(NAME, new File([], path));
	}
}

const pathOf = (file: File) => file.webkitRelativePath || file.name;

export function FolderField() {
	const { imports } = useRareWords();
	const field = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const form = field.current?.closest("form");
		form?.addEventListener("formdata", withoutOthers);
		return () => form?.removeEventListener("formdata", withoutOthers);
	}, []);
	return (
		<div ref={field}>
			<FileField
				label={imports.folder}
				invitation={imports.folderChoose}
				hint={imports.folderHint}
				name={NAME}
				multiple
				{...{ webkitdirectory: "" }}
			/>
		</div>
	);
}
