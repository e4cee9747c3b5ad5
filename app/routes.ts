import {
	index,
	prefix,
	type RouteConfig,
	route,
} from "@remix-run/route-config";

// The site map.
export default [
	index("routes/home.tsx"),
	route("health", "routes/health.ts"),
	route("ready", "routes/ready.ts"),
	route("preview", "routes/preview.tsx"),
	route("preferences", "routes/preferences.ts"),

	route("sign-up", "routes/accounts/sign-up.tsx"),
	route("sign-in", "routes/accounts/sign-in.tsx"),
	route("sign-out", "routes/accounts/sign-out.ts"),
	route("settings", "routes/accounts/settings.tsx"),
	route("settings/password", "routes/accounts/password.tsx"),
	route("notifications", "routes/notifications/index.tsx"),
	route("people/:handle", "routes/accounts/show.tsx"),

	route("courses/new", "routes/courses/new.tsx"),
	...prefix("courses/:course", [
		index("routes/courses/show.tsx"),
		route("edit", "routes/courses/edit.tsx"),
		route("members", "routes/courses/members.tsx"),
		route("import", "routes/imports/new.tsx"),

		route("lessons/new", "routes/lessons/new.tsx"),
		route("lessons/order", "routes/lessons/order.tsx"),
		route("lessons/:number", "routes/lessons/show.tsx"),
		route("lessons/:number/edit", "routes/lessons/edit.tsx"),
		route("lessons/:number/progress", "routes/lessons/progress.tsx"),

		route("glossary", "routes/glossary/index.tsx"),
		route("glossary/new", "routes/glossary/new.tsx"),
		route("glossary/:id/edit", "routes/glossary/edit.tsx"),
		route("glossary/:id/removal", "routes/glossary/removal.tsx"),

		route("desk", "routes/desk/show.tsx"),
		route("questions", "routes/questions/index.tsx"),
		route("questions/similar", "routes/questions/similar.ts"),

		route("threads", "routes/threads/index.tsx"),
		route("threads/new", "routes/threads/new.tsx"),
		route("threads/:number", "routes/threads/show.tsx"),
		route("threads/:number/edit", "routes/threads/edit.tsx"),
		route("threads/:number/settings", "routes/threads/settings.tsx"),
		route("threads/:number/history", "routes/threads/history.tsx"),
		route("threads/:number/lock", "routes/threads/lock.tsx"),
		route("threads/:number/removal", "routes/threads/removal.tsx"),
		route("threads/:number/solution", "routes/threads/solution.tsx"),
		route("threads/:number/proposal", "routes/threads/proposal.tsx"),
		route("threads/:number/publication", "routes/threads/publication.tsx"),
		route("threads/:number/claim", "routes/threads/claim.tsx"),
		route("threads/:number/closing", "routes/threads/closing.tsx"),
		route("threads/:number/vote", "routes/threads/vote.tsx"),
		route("threads/:number/replies", "routes/replies/new.tsx"),

		route("replies/:id", "routes/replies/show.ts"),
		route("replies/:id/edit", "routes/replies/edit.tsx"),
		route("replies/:id/history", "routes/replies/history.tsx"),
		route("replies/:id/pin", "routes/replies/pin.tsx"),
		route("replies/:id/removal", "routes/replies/removal.tsx"),
		route("replies/:id/acceptance", "routes/replies/acceptance.tsx"),
		route("replies/:id/endorsement", "routes/replies/endorsement.tsx"),
		route("replies/:id/word", "routes/replies/word.tsx"),
		route("replies/:id/promotion", "routes/replies/promotion.tsx"),
		route("replies/:id/settlement", "routes/replies/settlement.tsx"),
		route("replies/:id/asking", "routes/replies/asking.tsx"),
		route("replies/:id/vote", "routes/replies/vote.tsx"),
	]),

	route("*", "routes/missing.tsx"),
] satisfies RouteConfig;
