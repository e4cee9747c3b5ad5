import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { Candidates } from "#app/desk/candidates.tsx";
import { listCandidates, listWaiting } from "#app/desk/queries.server.ts";
import { Queue, QueueOrder } from "#app/desk/queue.tsx";
import { waitingOrder } from "#app/desk/waiting-order.ts";
import { findWeek } from "#app/desk/week.server.ts";
import { Week } from "#app/desk/week.tsx";
import { withChanges } from "#app/notes/changes.server.ts";
import { NotesToCheck } from "#app/notes/notes-to-check.tsx";
import { listNotesToCheck } from "#app/notes/queries.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { Page } from "#app/ui/page.tsx";
import { isStaff } from "#app/visibility/member.ts";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const staff = signedIn(by, args);
	if (!isStaff(staff.role)) throw forbidden();
	const order = waitingOrder(
		new URL(args.request.url).searchParams.get("order"),
	);
	const [waiting, candidates, notesToCheck, week] = await Promise.all([
		listWaiting(course, order),
		listCandidates(course),
		listNotesToCheck(course),
		findWeek(course),
	]);
	return {
		pageTitle: await pageTitle(args, ({ desk }) => desk.title, course.title),
		course: courseOnPage(course),
		order,
		waiting: waiting.map(({ claimedById, ...question }) => ({
			...question,
			isOwn: claimedById === staff.id,
		})),
		candidates,
		notesToCheck: await withChanges(notesToCheck, staff.id),
		week,
	};
}

export { meta } from "#app/ui/page.tsx";

export default function Desk() {
	const { course, order, waiting, candidates, notesToCheck, week } =
		useLoaderData<typeof loader>();
	const { desk, savedReplies } = useRareWords();
	const { slug } = course;
	return (
		<Page
			wide
			from={[paths.course(slug), course.title]}
			title={desk.title}
			beside={
				<a className="button quiet" href={paths.savedReplies(slug)}>
					{savedReplies.title}
				</a>
			}
		>
			<section aria-labelledby="queue">
				<div className="rule-title">
					<h2 id="queue">{desk.queue}</h2>
					{waiting.length > 1 && <QueueOrder order={order} slug={slug} />}
				</div>
				{waiting.length === 0 && <p className="empty">{desk.queueEmpty}</p>}
				<Queue waiting={waiting} slug={slug} />
			</section>
			<NotesToCheck notes={notesToCheck} slug={slug} />
			<section aria-labelledby="candidates">
				<div className="rule-title">
					<h2 id="candidates">{desk.candidates}</h2>
				</div>
				<p className="muted">{desk.candidatesHint}</p>
				<Candidates candidates={candidates} slug={slug} />
			</section>
			<section aria-labelledby="week">
				<div className="rule-title">
					<h2 id="week">{desk.week.title}</h2>
				</div>
				<Week week={week} slug={slug} />
			</section>
		</Page>
	);
}
