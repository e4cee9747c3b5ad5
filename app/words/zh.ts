import { accounts } from "#app/words/zh/accounts.ts";
import { courses } from "#app/words/zh/courses.ts";
import { desk } from "#app/words/zh/desk.ts";
import { forms } from "#app/words/zh/forms.ts";
import { glossary } from "#app/words/zh/glossary.ts";
import { imports } from "#app/words/zh/imports.ts";
import { lessons } from "#app/words/zh/lessons.ts";
import { notifications } from "#app/words/zh/notifications.ts";
import { questions } from "#app/words/zh/questions.ts";
import { shell } from "#app/words/zh/shell.ts";
import { thinking } from "#app/words/zh/thinking.ts";
import { threads } from "#app/words/zh/threads.ts";

/** Everything the interface says in Chinese. The shape is what every language must fill. */
export const zh = {
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

export type Words = typeof zh;
