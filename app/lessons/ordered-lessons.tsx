import type { ReactNode } from "react";
import type { LessonLink } from "#app/lessons/queries.server.ts";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useAct } from "#app/ui/use-act.ts";
import { useWords } from "#app/words/reader.tsx";

type Props<Lesson> = {
	lessons: Lesson[];
	slug: string;
	canOrder: boolean;
	className: string;
	before?: number | null;
	after?: number | null;
	start?: number;
	children: (lesson: Lesson) => ReactNode;
};

/** Names adjacent lessons in their new order. */
function inOrder<Lesson extends LessonLink>(
	lessons: Lesson[],
	numbers: string[],
): Lesson[] {
	const named = numbers.flatMap(
		(n) => lessons.find(({ number }) => String(number) === n) ?? [],
	);
	const waiting = [...named];
	return lessons.map((lesson) =>
		named.includes(lesson) ? (waiting.shift() ?? lesson) : lesson,
	);
}

export function OrderedLessons<Lesson extends LessonLink>({
	lessons,
	slug,
	canOrder,
	className,
	before,
	after,
	start = 0,
	children,
}: Props<Lesson>) {
	const words = useWords().lessons;
	const fetcher = useAct<{ ok: true } | Failure>();
	const asked = fetcher.formData?.get("order");
	const shown = inOrder(
		lessons,
		typeof asked === "string" ? asked.split(",") : [],
	);
	const mover = (place: number, step: 1 | -1, label: string) => {
		const beside = step < 0 ? before : after;
		const numbers = [
			shown[place]?.number,
			shown[place + step]?.number ?? beside,
		].filter((number) => number != null);
		// Disabled only for ARIA, so that the button keeps the focus.
		const isEnd = numbers.length < 2;
		return (
			<button
				type="submit"
				name="order"
				value={(step < 0 ? numbers : numbers.toReversed()).join(",")}
				className="plain min-w-touch justify-center"
				aria-disabled={isEnd || undefined}
				aria-label={label}
				title={label}
			>
				{step < 0 ? <Icon name="up" /> : <Icon name="down" />}
			</button>
		);
	};
	return (
		<>
			<FormNotice
				failure={fetcher.data?.ok === false ? fetcher.data : undefined}
			/>
			<ol className={className}>
				{shown.map((lesson, place) => (
					<li key={lesson.number}>
						<span className="num" aria-hidden="true">
							{start + place + 1}
						</span>
						<div>{children(lesson)}</div>
						{canOrder && shown.length > 1 && (
							<fetcher.Form
								method="post"
								action={paths.lessonOrder(slug)}
								className="flex self-start max-sm:in-[.lessons]:flex-col"
							>
								{mover(place, -1, words.orderUp(lesson.title))}
								{mover(place, 1, words.orderDown(lesson.title))}
							</fetcher.Form>
						)}
					</li>
				))}
			</ol>
		</>
	);
}
