import type { Words } from "#app/words/zh.ts";

export const shell: Pick<
	Words,
	"site" | "nav" | "footer" | "time" | "pages" | "roles" | "errorPages"
> = {
	site: {
		name: "Seminar",
		tagline:
			"Read the lesson, ask, and keep the answers worth keeping in its margin.",
	},
	nav: {
		label: "Main",
		skip: "Skip to content",
		courses: "Courses",
		signIn: "Sign in",
		signUp: "Sign up",
		signOut: "Sign out",
		notifications: "Notifications",
		news: (n) => `Notifications ${n}, not seen yet`,
		settings: "Settings",
		account: "My account",
		search: "Search",
		searchCourse: "Search this course",
	},
	footer: {
		language: "Language",
		theme: "Appearance",
		themes: { system: "System", light: "Light", dark: "Dark" },
	},
	time: { justNow: "just now" },
	pages: {
		label: "Pages",
		first: "First page",
		previous: "Previous",
		next: "Next",
		page: (n: number) => `Page ${n}`,
	},
	roles: {
		learner: "Learner",
		assistant: "Assistant",
		instructor: "Instructor",
	},
	errorPages: {
		notDone: "This did not go through",
		notHere:
			"This address does nothing by itself; please use the button on the page it belongs to.",
		home: "Back to the start",
		notFound: {
			title: "There is no such page",
			text: "The address may be mistyped, or what was here has moved.",
		},
		forbidden: {
			title: "This takes another role",
			text: "You cannot do this with your present role. If that seems wrong, please ask the course's instructor.",
		},
		failure: {
			title: "Something went wrong on our side",
			text: "It is not your fault, and what you wrote is still in your browser. Please try again in a little while.",
		},
		requestId: (id: string) =>
			`If you write to us, please add this number: ${id}`,
		offline: {
			title: "The site cannot be reached",
			text: "The network may be down, or the site may have stopped for a while. What you have not sent is kept on this device.",
			retry: "Try again",
		},
	},
};
