import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLesson } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { AskedPassage } from "#app/questions/anchors.server.ts";
import { orNone, passageAt } from "#app/questions/asked-at.server.ts";
import { findThread } from "#app/threads/queries.server.ts";
import { numberIn, slugIn } from "#app/ui/slug-in.ts";

export type Way =
	| { passage: AskedPassage }
	| { act: "reply" | "vote" | "meToo"; title: string };

const ACTS = [
	{ act: "reply", place: /^#write-reply$/ },
	{ act: "vote", place: /^#(?:(?:reply|pin)-\d+|opener)$/ },
	{ act: "meToo", place: /^#me-too$/ },
] as const;

const PLACES = [
	{
		path: paths.thread,
		title: async (args: LoaderFunctionArgs) =>
			(await findThread(args)).thread.title,
	},
	{
		path: paths.lesson,
		title: async (args: LoaderFunctionArgs) =>
			(await findLesson(args)).lesson.title,
	},
];

/** What a visitor is about to do, by the address that they come back to. */
export async function findWay(
	args: LoaderFunctionArgs,
	address: string,
): Promise<Way | null> {
	const passage = await passageAt(args, address);
	if (passage) return { passage };
	const { pathname, hash } = new URL(address, args.request.url);
	const doing = ACTS.find(({ place }) => place.test(hash));
	const place = PLACES.find(({ path }) => slugIn(pathname, path));
	if (!doing || !place) return null;
	const params = {
		course: slugIn(pathname, place.path),
		number: numberIn(pathname, place.path),
	};
	const title = await orNone(place.title({ ...args, params }));
	return title ? { act: doing.act, title } : null;
}
