import { splitTitle } from "#app/imports/numbered-title.ts";
import {
	isTitleTooLong,
	type ParsedSource,
} from "#app/imports/parsed-lesson.ts";

/** A file without a title of its own is called as the course's table of contents calls it. */
export function calledAs<Source extends ParsedSource>(
	source: Source,
	called: string | undefined,
): Source & { called?: string } {
	const { lesson, isNamedByFile, problems } = source;
	if (!called || !lesson || !isNamedByFile) return source;
	const { title, position } = splitTitle(called);
	if (title === "" || isTitleTooLong(title)) return source;
	return {
		...source,
		called,
		lesson: { ...lesson, title, position: lesson.position ?? position },
		problems: problems.filter(({ reason }) => reason !== "titleGiven"),
	};
}
