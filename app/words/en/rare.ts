import { asking } from "#app/words/en/asking.ts";
import { courseBar } from "#app/words/en/course-bar.ts";
import { courseForm } from "#app/words/en/course-form.ts";
import { courses } from "#app/words/en/courses.ts";
import { desk } from "#app/words/en/desk.ts";
import { feeds } from "#app/words/en/feeds.ts";
import { glossary } from "#app/words/en/glossary.ts";
import { imports } from "#app/words/en/imports.ts";
import { lessonEditor } from "#app/words/en/lesson-editor.ts";
import { members } from "#app/words/en/members.ts";
import { news } from "#app/words/en/news.ts";
import { notes } from "#app/words/en/notes.ts";
import { notifications } from "#app/words/en/notifications.ts";
import { publishing } from "#app/words/en/publishing.ts";
import { replyActs } from "#app/words/en/reply-acts.ts";
import { savedReplies } from "#app/words/en/saved-replies.ts";
import { search } from "#app/words/en/search.ts";
import { settings } from "#app/words/en/settings.ts";
import { sharing } from "#app/words/en/sharing.ts";
import { thinkingForm } from "#app/words/en/thinking-form.ts";

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
