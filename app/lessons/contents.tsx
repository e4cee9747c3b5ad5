import type { CourseOnPage } from "#app/courses/queries.server.ts";
import type { LessonAround } from "#app/lessons/around.ts";
import { type Confusion, levelOf } from "#app/lessons/confusion.ts";
import type { BlockOnPage } from "#app/lessons/lesson-blocks.tsx";
import type { NoteOnPage } from "#app/notes/margin-notes.tsx";
import * as paths from "#app/paths.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	course: CourseOnPage;
	around: LessonAround[];
	number: number;
	blocks: BlockOnPage[];
	notes: NoteOnPage[];
	questions: number;
	confusion: Confusion | null;
};

type Section = { id: number; text: string; level: number; noted: boolean };

function sectionsOf(blocks: BlockOnPage[], notes: NoteOnPage[]): Section[] {
	const noted = new Set(notes.map(({ blockId }) => blockId));
	const sections: Section[] = [];
	for (const { id, kind, text = "", level } of blocks) {
		if (kind === "heading")
			sections.push({ id, text, level: level ?? 2, noted: false });
		const section = sections.at(-1);
		if (section && noted.has(id)) section.noted = true;
	}
	return sections;
}

export function Contents({
	course,
	around,
	number: here,
	blocks,
	notes,
	questions,
	confusion,
}: Props) {
	const { lessons, threads } = useWords();
	const { courseBar } = useRareWords();
	const sections = sectionsOf(blocks, notes);
	if (sections.length === 0 && around.length === 0) return null;
	const list = (
		<ol>
			{sections.map(({ id, text, level, noted }) => (
				<li key={id} className={level > 2 ? "deeper" : undefined}>
					<a className="inline-block hover:text-ink" href={`#block-${id}`}>
						{text}
						{noted && (
							<span
								className="ms-[0.5em] text-fine text-cinnabar"
								title={lessons.hasNote}
							>
								{lessons.noteMark}
							</span>
						)}
					</a>
					<OpenHere at={id} confusion={confusion} />
				</li>
			))}
			{questions > 0 && (
				<li>
					<a className="inline-block hover:text-ink" href="#questions">
						{lessons.thinking} · {questions}
					</a>
				</li>
			)}
			<li>
				<a className="inline-block hover:text-ink" href="#replies">
					{lessons.discussion}
				</a>
			</li>
		</ol>
	);
	return (
		<>
			<nav className="toc text-aside text-muted" aria-label={lessons.contents}>
				<a
					className="muted inline-block hover:text-ink"
					href={paths.course(course.slug)}
				>
					{course.title}
				</a>
				{around.length > 0 ? (
					<ol className="around">
						{around.map(({ number, title }) => (
							<li key={number}>
								<a
									className="hover:text-ink"
									href={paths.lesson(course.slug, number)}
									aria-current={number === here ? "page" : undefined}
									title={title}
								>
									{title}
								</a>
								{number === here && list}
							</li>
						))}
					</ol>
				) : (
					list
				)}
			</nav>
			<div className="above-text mb-16 border-y border-rule text-control text-muted">
				{around.length > 0 && (
					<nav aria-label={courseBar.lessons}>
						{around.map(({ number, place, title }) => (
							<a
								key={number}
								href={paths.lesson(course.slug, number)}
								aria-current={number === here ? "page" : undefined}
								aria-label={`${threads.lessonNumber(place)} ${title}`}
								title={title}
							>
								{place}
							</a>
						))}
					</nav>
				)}
				{sections.length > 0 && (
					<details className="fold">
						<summary>{lessons.contents}</summary>
						<nav aria-label={lessons.contents}>{list}</nav>
					</details>
				)}
			</div>
		</>
	);
}

function OpenHere({
	at,
	confusion,
}: {
	at: number;
	confusion: Confusion | null;
}) {
	const { notes } = useRareWords();
	const open = confusion?.sections[at];
	if (!confusion || !open) return null;
	const { questions, meToo, first } = open;
	return (
		<a
			className="open-here"
			href={`#block-${first}`}
			data-level={levelOf(open, Object.values(confusion.sections))}
			title={notes.open(questions, meToo)}
		>
			{notes.openMark(questions, meToo)}
		</a>
	);
}
