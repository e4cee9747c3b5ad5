// The addresses that routes.ts names. The browser loads this file, so it imports nothing.

export const home = "/";
export const preview = "/preview";
export const preferences = "/preferences";
export const siteMap = "/sitemap.xml";
export const siteCard = "/card.png";

export const signUp = "/sign-up";
export const signIn = "/sign-in";
export const signOut = "/sign-out";
export const settings = "/settings";
export const password = "/settings/password";
export const notifications = "/notifications";
export const notification = (id: number) => `/notifications/${id}`;
export const person = (handle: string) => `/people/${handle}`;

function path<Keys extends unknown[], Below extends string>(
	own: (...keys: Keys) => string,
	...below: Below[]
) {
	const paths = below.map((rest) => [
		rest,
		(...keys: Keys) => `${own(...keys)}/${rest}`,
	]);
	return Object.assign(
		own,
		Object.fromEntries(paths) as Record<Below, typeof own>,
	);
}

const one = (list: string) => (slug: string, key: number) =>
	`${course(slug)}/${list}/${key}`;

export const newCourse = "/courses/new";
export const course = path(
	(slug: string) => `/courses/${slug}`,
	"edit",
	"publishing",
	"members",
	"import",
	"desk",
	"answers",
	"since",
	"feed.atom",
	"card.png",
	"share",
);

export const search = path(() => "/search", "quick");
export const searchIn = path(
	(slug: string) => `${course(slug)}/search`,
	"quick",
);

export const { undoing: importUndoing } = path(one("imports"), "undoing");

export const { new: newLesson, order: lessonOrder } = path(
	(slug: string) => `${course(slug)}/lessons`,
	"new",
	"order",
);
export const lesson = path(
	one("lessons"),
	"edit",
	"feed.atom",
	"note",
	"progress",
	"publishing",
);

export const glossary = path(
	(slug: string) => `${course(slug)}/glossary`,
	"new",
);
export const { edit: editTerm, removal: termRemoval } = path(
	one("glossary"),
	"edit",
	"removal",
);

export const savedReplies = path(
	(slug: string) => `${course(slug)}/saved-replies`,
	"new",
	"offered",
);
export const { edit: editSavedReply, removal: savedReplyRemoval } = path(
	one("saved-replies"),
	"edit",
	"removal",
);

export const questions = path(
	(slug: string) => `${course(slug)}/questions`,
	"similar",
);

export const threads = path((slug: string) => `${course(slug)}/threads`, "new");
export const thread = path(
	one("threads"),
	"feed.atom",
	"edit",
	"title",
	"settings",
	"history",
	"lock",
	"removal",
	"demotion",
	"solution",
	"proposal",
	"publication",
	"claim",
	"settlement",
	"vote",
	"replies",
);

export const reply = path(
	one("replies"),
	"edit",
	"source",
	"history",
	"pin",
	"note",
	"place",
	"removal",
	"acceptance",
	"endorsement",
	"word",
	"promotion",
	"settlement",
	"asking",
	"vote",
);
