import { Form } from "@remix-run/react";
import type { Effect } from "#app/imports/obstacles.server.ts";
import type { UndoView } from "#app/imports/undo-view.server.ts";
import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = UndoView & { slug: string; action: string };

export function UndoOffer({ slug, action, effects, ...standing }: Props) {
	const { undoing } = useRareWords().imports;
	if (standing.obstacles.length > 0) return <Obstacles {...standing} />;
	return (
		<section aria-labelledby="effects">
			<div className="rule-title">
				<h2 id="effects">{undoing.effects}</h2>
			</div>
			<ul className="mb-8 list-disc pl-10">
				{sumsOf(effects).map(({ name, counts }) => (
					<li key={name}>{undoing.sums[name](...counts)}</li>
				))}
			</ul>
			{effects.some(({ came }) => came) && (
				<p className="hint">{undoing.hint}</p>
			)}
			<Lessons slug={slug} effects={effects} />
			<Form method="post" action={action} className="row">
				<a className="plain" href={paths.course.import(slug)}>
					{undoing.back}
				</a>
				<button type="submit" className="button">
					{undoing.submit}
				</button>
			</Form>
		</section>
	);
}

type Sum = {
	name: "came" | "rewritten" | "questions" | "replies" | "nothing";
	counts: [number, number, number];
};

function sumsOf(effects: Effect[]): Sum[] {
	const came = effects.filter((effect) => effect.came);
	const older = effects.filter((effect) => !effect.came);
	const sum = (
		of: Effect[],
		count: "questions" | "rewordedQuestions" | "replies" | "changedReplies",
	) => of.reduce((total, effect) => total + effect[count], 0);
	const rewritten = older.filter((effect) => effect.rewritten).length;
	const all: Sum[] = [
		{
			name: "came",
			counts: [came.length, sum(came, "questions"), sum(came, "replies")],
		},
		{ name: "rewritten", counts: [rewritten, 0, 0] },
		{
			name: "questions",
			counts: [sum(older, "questions"), sum(older, "rewordedQuestions"), 0],
		},
		{
			name: "replies",
			counts: [sum(older, "replies"), sum(older, "changedReplies"), 0],
		},
	];
	const told = all.filter(({ counts }) => counts.some((count) => count > 0));
	return told.length > 0 ? told : [{ name: "nothing", counts: [0, 0, 0] }];
}

function Lessons({ slug, effects }: { slug: string; effects: Effect[] }) {
	const { undoing } = useRareWords().imports;
	return (
		<details className="fold my-8">
			<summary>{undoing.lessons(effects.length)}</summary>
			<ul>
				{effects.map(({ number, title, came }) => (
					<li key={number} className="facts py-3">
						<a className="link" href={paths.lesson(slug, number)}>
							{title}
						</a>
						<span className="muted">
							{came ? undoing.goes : undoing.goesBack}
						</span>
					</li>
				))}
			</ul>
		</details>
	);
}

function Obstacles({ obstacles, more }: Pick<UndoView, "obstacles" | "more">) {
	const { undoing } = useRareWords().imports;
	return (
		<section aria-labelledby="obstacles">
			<div className="rule-title">
				<h2 id="obstacles">{undoing.stays}</h2>
			</div>
			<p>{undoing.staysHint}</p>
			<ul className="threads">
				{obstacles.map(({ kind, lesson, count, href }) => (
					<li key={`${kind} ${href}`} className="facts">
						<span>{lesson}</span>
						<a className="link" href={href}>
							{undoing.obstacles[kind](count)}
						</a>
					</li>
				))}
			</ul>
			{more > 0 && <p className="muted">{undoing.more(more)}</p>}
		</section>
	);
}
