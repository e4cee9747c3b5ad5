import {
	isLessonUndecided,
	type QuestionDoubt,
	type SourceReport,
} from "#app/imports/summary.ts";

/** The words of `--match FILE=LESSON` and `FILE#2=QUESTION`, by what stands before the sign; null if some are not so formed. */
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
	const lines = reports.flatMap((report) => {
		const { name, lesson, was, doubt } = report;
		if (!isLessonUndecided(report)) return questionsToMatch(report);
		const option = (match: string | number) =>
			`  --match ${quoted(`${name}=${match}`)}`;
		const likely = doubt?.lessons.find(({ number }) => number === was?.number);
		return [
			`${name}: “${lesson?.title ?? ""}”`,
			...(likely
				? [
						`${option(likely.number)}   it is “${likely.title}”, ${likely.place === null ? "not shown" : `lesson ${likely.place}`}, at /lessons/${likely.number}`,
					]
				: []),
			`${option("new")}   it is a new lesson`,
		];
	});
	return [
		"Nothing was imported: it is not clear which lesson some documents are, or which question. Add one line of each, or the number of another lesson's or question's address:",
		...lines,
	].join("\n");
}

function questionsToMatch({ name, lesson, questionDoubts }: SourceReport) {
	const open = questionDoubts.filter(({ match }) => match === undefined);
	return open.flatMap(({ text, likely }: QuestionDoubt) => {
		const place = (lesson?.thinkingQuestions.indexOf(text) ?? 0) + 1;
		const option = (match: string | number) =>
			`  --match ${quoted(`${name}#${place}=${match}`)}`;
		return [
			`${name}, question ${place}: “${text}”`,
			`${option(likely.number)}   it is “${likely.title}”, at /threads/${likely.number}`,
			`${option("new")}   it is a new question`,
		];
	});
}

export function questionChoices(
	choices: ReadonlyMap<string, string>,
	name: string,
	questions: readonly { text: string }[],
): Map<string, string> {
	return new Map(
		questions.flatMap(({ text }, i) => {
			const choice = choices.get(`${name}#${i + 1}`);
			return choice === undefined ? [] : [[text, choice] as const];
		}),
	);
}
