import type { Words } from "#app/words/zh.ts";

export const members: Words["members"] = {
	title: "Members",
	hint: "Whoever replies or upvotes for the first time becomes a learner.",
	handle: "Handle",
	role: "Role",
	name: "Assign",
	since: "joined ",
	change: (name: string) => `Role of ${name}`,
	save: "Change",
	empty: "No members yet.",
	named: (name, role) =>
		`${name} now has the role: ${role}. The states of questions they answered follow within seconds.`,
	start: "Find by the start of a name or handle",
	notFound: "No member’s name or handle starts like that.",
	more: "There are more. Type a little more to narrow them down.",
};
