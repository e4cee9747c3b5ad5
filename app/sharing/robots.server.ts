import * as paths from "#app/paths.ts";
import { absolute } from "#app/sharing/absolute.server.ts";

const ofCourse = (rest: string) => `${paths.course("*")}/${rest}`;

/** What is for one reader alone, forms, and pages that only ask for a deed. */
const CLOSED = [
	...[paths.preview, paths.preferences, paths.signUp, paths.signIn],
	...[paths.signOut, paths.settings, paths.notifications],
	`${paths.newCourse}$`,
	...[
		"edit",
		"publishing",
		"members",
		"import",
		"desk",
		"answers",
		"since",
		"saved-replies",
	].map(ofCourse),
	...["*/new", "lessons/order", "questions/similar", "share", "*/*/"].map(
		ofCourse,
	),
	...[paths.search(), paths.searchIn("*")],
];

/** RFC 9309: the longest line that fits an address decides. */
export const robots = () =>
	[
		"User-agent: *",
		...CLOSED.map((path) => `Disallow: ${path}`),
		`Allow: ${ofCourse("feed.atom")}`,
		`Sitemap: ${absolute(paths.siteMap)}`,
		"",
	].join("\n");
