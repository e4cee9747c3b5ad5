import { accounts } from "#app/words/en/accounts.ts";
import { courses } from "#app/words/en/courses.ts";
import { desk } from "#app/words/en/desk.ts";
import { forms } from "#app/words/en/forms.ts";
import { glossary } from "#app/words/en/glossary.ts";
import { imports } from "#app/words/en/imports.ts";
import { lessons } from "#app/words/en/lessons.ts";
import { notifications } from "#app/words/en/notifications.ts";
import { questions } from "#app/words/en/questions.ts";
import { shell } from "#app/words/en/shell.ts";
import { thinking } from "#app/words/en/thinking.ts";
import { threads } from "#app/words/en/threads.ts";
import type { Words } from "#app/words/zh.ts";

/** Everything the interface says in English. */
export const en: Words = {
	...shell,
	...forms,
	accounts,
	courses,
	lessons,
	threads,
	questions,
	thinking,
	glossary,
	notifications,
	desk,
	imports,
};
