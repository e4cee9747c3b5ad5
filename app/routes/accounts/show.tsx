import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findProfile, listRepliesBy } from "#app/accounts/queries.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { textId, WrittenReplies } from "#app/accounts/written-replies.tsx";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { COUNTED_MAX } from "#app/platform/counted.ts";
import { notFound, wordFrom } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { cursorFrom, cursorText } from "#app/platform/postgres/keyset.ts";
import { AskedQuestions } from "#app/questions/asked-questions.tsx";
import { listQuestionsBy } from "#app/questions/by-person.server.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true };

export async function loader(args: LoaderFunctionArgs) {
	const { context, params, request } = args;
	const handle = wordFrom(params.handle?.toLowerCase());
	const before = cursorFrom(new URL(request.url).searchParams.get("before"));
	const viewer = await getViewer(args);
	const [profile, { replies, older }, asked] = await Promise.all([
		findProfile(handle),
		listRepliesBy(handle, viewer, before),
		before ? [] : listQuestionsBy(handle, viewer),
	]);
	if (!profile) throw notFound();
	if (params.handle !== handle) throw redirect(paths.person(handle));
	const { id, bioHtml, ...person } = profile;
	return {
		person,
		isOwn: viewer?.id === id,
		bio: bioHtml && keepProse(context, "bio", bioHtml),
		written: replies.map((reply) => ({
			...reply,
			html: keepProse(context, textId(reply), reply.html),
		})),
		older: older && cursorText(older),
		asked,
	};
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data?.person.name ?? "" },
];

export default function Profile() {
	const { person, isOwn, bio, written, older, asked } =
		useLoaderData<typeof loader>();
	const { accounts, nav } = useWords();
	return (
		<main id="main" className="page person">
			<header className="page-head items-center justify-start">
				<Avatar name={person.name} />
				<div className="flex-[1_1_12rem]">
					<h1>{person.name}</h1>
					<p className="muted facts">
						<span>@{person.handle}</span>
						<span>
							{accounts.since}
							<TimeAgo time={person.createdAt} />
						</span>
						<span>{accounts.replyCount(person.replies)}</span>
						<span>
							{accounts.votesReceived(
								person.votes,
								person.replies > COUNTED_MAX,
							)}
						</span>
					</p>
				</div>
				{isOwn && (
					<a href={paths.settings} className="button quiet">
						{nav.settings}
					</a>
				)}
			</header>
			{bio !== "" && <Prose id="bio" html={bio} />}
			{asked.length > 0 && <AskedQuestions questions={asked} />}
			<section aria-labelledby="replies">
				<div className="rule-title">
					<h2 id="replies">{accounts.replies}</h2>
				</div>
				{written.length === 0 && !older && (
					<p className="empty">
						{isOwn ? accounts.ownNoReplies : accounts.noReplies}
						{isOwn && (
							<a className="link" href={paths.home}>
								{nav.courses}
							</a>
						)}
					</p>
				)}
				<WrittenReplies replies={written} />
				{older && (
					<p>
						<a className="link" href={`?before=${older}`} rel="next">
							{accounts.older}
						</a>
					</p>
				)}
			</section>
		</main>
	);
}
