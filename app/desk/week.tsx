import type { ReactNode } from "react";
import { AnswerTimes } from "#app/desk/answer-times.tsx";
import type { findWeek } from "#app/desk/week.server.ts";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	week: Awaited<ReturnType<typeof findWeek>>;
	slug: string;
};

export function Week({ week, slug }: Props) {
	const { threads } = useWords();
	const { desk } = useRareWords();
	const words = desk.week;
	return (
		<div className="mt-12 grid grid-cols-[repeat(auto-fit,minmax(min(19rem,100%),1fr))] gap-x-30 gap-y-18">
			<List title={words.blocks} none={words.blocksNone}>
				{week.blocks.map((block) => (
					<Line
						key={block.id}
						to={`${paths.questions(slug)}?lesson=${block.lessonNumber}&block=${block.id}`}
						id={`asked-${block.id}`}
						html={block.html}
					>
						<span>{threads.lessonNumber(block.lessonPlace)}</span>
						<span>{words.newQuestions(block.questions)}</span>
					</Line>
				))}
			</List>
			<List title={words.unseen} none={words.unseenNone}>
				{week.unseen.map(({ id, name, html, votes }) => (
					<Line
						key={id}
						to={paths.reply(slug, id)}
						id={`unseen-${id}`}
						html={html}
					>
						<span>{name}</span>
						<span>{threads.voteTitle(0, votes)}</span>
					</Line>
				))}
			</List>
			<section>
				<h3 className="text-base">{words.times}</h3>
				{week.times.length === 0 ? (
					<p className="muted">{words.timesNone}</p>
				) : (
					<>
						<AnswerTimes times={week.times} />
						<p className="muted">{words.timesHint}</p>
					</>
				)}
				<p className="muted way-on">
					<a
						className="link"
						href={`${paths.questions(slug)}?filter=unanswered`}
					>
						{words.open}
					</a>
				</p>
			</section>
		</div>
	);
}

function List({
	title,
	none,
	children,
}: {
	title: string;
	none: string;
	children: ReactNode[];
}) {
	return (
		<section>
			<h3 className="text-base">{title}</h3>
			{children.length === 0 ? (
				<p className="muted">{none}</p>
			) : (
				<ul>{children}</ul>
			)}
		</section>
	);
}

function Line({
	to,
	id,
	html,
	children,
}: {
	to: string;
	id: string;
	html: string;
	children: ReactNode;
}) {
	return (
		<li className="border-t border-rule first:border-t-0">
			<a
				className="block min-h-touch py-5.5 leading-[1.5] hover:underline"
				href={to}
			>
				<Prose as="span" id={id} html={html} className="" />
				<span className="muted facts">{children}</span>
			</a>
		</li>
	);
}
