import type { RequestContext } from "#app/platform/http.server.ts";

type Page = Pick<RequestContext, "courseId"> & { generation: number };

/** The last change of each course, as the number it came in; null: of any course. */
export class LastChanges {
	private last = 0;
	private everywhere = 0;
	private readonly byCourse = new Map<number, number>();

	note(courseId: number | null, number: number): void {
		this.last = number;
		if (courseId === null) this.everywhere = number;
		else this.byCourse.set(courseId, number);
	}

	/** Whether a page begun after change `generation` shows them all. */
	areIn({ courseId, generation }: Page): boolean {
		if (courseId === null) return this.last <= generation;
		const ofCourse =
			courseId === "none" ? 0 : (this.byCourse.get(courseId) ?? 0);
		return Math.max(this.everywhere, ofCourse) <= generation;
	}
}
