import { asking } from "#app/words/zh/asking.ts";
import { courseBar } from "#app/words/zh/course-bar.ts";
import { courseForm } from "#app/words/zh/course-form.ts";
import { courses } from "#app/words/zh/courses.ts";
import { desk } from "#app/words/zh/desk.ts";
import { feeds } from "#app/words/zh/feeds.ts";
import { glossary } from "#app/words/zh/glossary.ts";
import { imports } from "#app/words/zh/imports.ts";
import { lessonEditor } from "#app/words/zh/lesson-editor.ts";
import { members } from "#app/words/zh/members.ts";
import { news } from "#app/words/zh/news.ts";
import { notes } from "#app/words/zh/notes.ts";
import { notifications } from "#app/words/zh/notifications.ts";
import { publishing } from "#app/words/zh/publishing.ts";
import { replyActs } from "#app/words/zh/reply-acts.ts";
import { savedReplies } from "#app/words/zh/saved-replies.ts";
import { search } from "#app/words/zh/search.ts";
import { settings } from "#app/words/zh/settings.ts";
import { sharing } from "#app/words/zh/sharing.ts";
import { thinkingForm } from "#app/words/zh/thinking-form.ts";

export const rare = {
	asking,
	courseBar,
	courseForm,
	courses,
	desk,
	feeds,
	glossary,
	imports,
	lessonEditor,
	members,
	news,
	notes,
	notifications,
	publishing,
	replyActs,
	savedReplies,
	search,
	settings,
	sharing,
	thinkingForm,
};

export type RareWords = typeof rare;
