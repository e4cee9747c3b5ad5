import { plural } from "#app/words/en/plural.ts";
import type { Words } from "#app/words/zh.ts";

export const courses: Words["courses"] = {
	title: "Courses",
	welcome:
		"Every lesson can be discussed. Ask right beside the sentence that is not clear; the answers that teachers choose stay in its margin, for whoever reads it next.",
	empty: "There are no courses yet.",
	emptyOwner: "There are no courses yet. Create one, then import its lessons.",
	add: "New course",
	lessons: (n: number) => plural(n, "lesson", "lessons"),
	replies: (n: number) => plural(n, "reply", "replies"),
	notes: (n: number) => plural(n, "note", "notes"),
	states: {
		shown: "Public",
		draft: "Draft, seen by staff only",
		hidden: "Hidden, seen by staff only",
		removed: "Removed, seen by staff only",
	},
	notShownLessons: (n: number) => `Lessons that are not public · ${n}`,
	moreNotes: (n: number) => plural(n, "more note", "more notes"),
	lastActivity: "latest ",
	quiet: "nobody has spoken yet",
	noLessons:
		"This course has no lessons yet. They appear here once an instructor adds them.",
	noLessonsInstructor:
		"This course has no lessons yet. Import them, or add one and write it here; both are at the top.",
	contents: "Lessons",
	parts: "Parts of the course",
	part: (first: number, last: number) => `Lessons ${first} to ${last}`,
	readOn: "Read on:",
	announcements: "Announcements",
	recent: "Recent discussions",
	allThreads: "All discussions",
	staff: "Teaching staff",
	manage: {
		label: "Manage the course",
		edit: "About the course",
		members: "Members",
		addLesson: "Add a lesson",
		import: "Import lessons",
	},
	glossary: "Glossary",
};
