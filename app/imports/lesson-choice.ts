import type { SourceReport } from "#app/imports/summary.ts";

/** The words of `--match FILE=LESSON`, by file; null if some are not so formed. */
export function readChoices(words: string[]): Map<string, string> | null {
	const choices = words.map(
		(word) => /^(.+)=(new|[1-9]\d{0,8})$/su.exec(word) ?? [],
	);
	if (choices.some(([word]) => word === undefined)) return null;
	return new Map(choices.map(([, file = "", lesson = ""]) => [file, lesson]));
}

const quoted = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;

/** The lines to add to the command, for each document in doubt. */
export function choicesToMake(reports: SourceReport[]): string {
	const lines = reports.flatMap(({ name, lesson, was, doubt }) => {
		const option = (match: string | number) =>
			`  --match ${quoted(`${name}=${match}`)}`;
		const likely = doubt?.lessons.find(({ number }) => number === was?.number);
		return [
			`${name}: “${lesson?.title ?? ""}”`,
			...(likely
				? [
						`${option(likely.number)}   it is “${likely.title}”, lesson ${likely.place}, at /lessons/${likely.number}`,
					]
				: []),
			`${option("new")}   it is a new lesson`,
		];
	});
	return [
		"Nothing was imported: it is not clear which lesson some documents are. Add one line of each, or the number of another lesson's address:",
		...lines,
	].join("\n");
}
