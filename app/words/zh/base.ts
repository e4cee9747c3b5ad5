import { accounts } from "#app/words/zh/accounts.ts";
import { forms } from "#app/words/zh/forms.ts";
import { lessons } from "#app/words/zh/lessons.ts";
import { progress } from "#app/words/zh/progress.ts";
import { questions } from "#app/words/zh/questions.ts";
import { shell } from "#app/words/zh/shell.ts";
import { thinking } from "#app/words/zh/thinking.ts";
import { threads } from "#app/words/zh/threads.ts";

export const base = {
	...shell,
	...forms,
	accounts,
	lessons,
	threads,
	questions,
	progress,
	thinking,
};

export type BaseWords = typeof base;
