import {
	type Effect,
	listEffects,
	listObstacles,
	type Obstacle,
} from "#app/imports/obstacles.server.ts";
import * as paths from "#app/paths.ts";
import { sql } from "#app/platform/postgres/db.server.ts";

const SHOWN = 50;

type Standing = Pick<Obstacle, "kind" | "lesson" | "count"> & { href: string };

export type UndoView = {
	effects: Effect[];
	obstacles: Standing[];
	more: number;
};

const WAYS: Record<Obstacle["kind"], (slug: string, id: number) => string> = {
	replies: paths.reply,
	votes: paths.reply,
	marks: paths.reply,
	questions: paths.thread,
	edits: paths.lesson,
	imports: paths.importUndoing,
};

export async function undoView(
	course: { slug: string },
	importId: number,
): Promise<UndoView> {
	const [effects, obstacles] = await Promise.all([
		listEffects(sql, importId),
		listObstacles(sql, importId),
	]);
	return {
		effects,
		obstacles: obstacles.slice(0, SHOWN).map(({ id, ...obstacle }) => ({
			...obstacle,
			href: WAYS[obstacle.kind](course.slug, id),
		})),
		more: Math.max(0, obstacles.length - SHOWN),
	};
}
