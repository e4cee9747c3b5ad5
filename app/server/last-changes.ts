/** By course, the number of its last change; null: of any course. */
export class LastChanges {
	private last = 0;
	private everywhere = 0;
	private readonly byCourse = new Map<number, number>();

	note(courseId: number | null, number: number): void {
		this.last = number;
		if (courseId === null) this.everywhere = number;
		else this.byCourse.set(courseId, number);
	}

	/** Whether a page begun after change `generation` shows them all; a page of no course shows every course. */
	areIn(page: { courseId: number | null; generation: number }): boolean {
		const last =
			page.courseId === null
				? this.last
				: Math.max(this.everywhere, this.byCourse.get(page.courseId) ?? 0);
		return last <= page.generation;
	}
}
