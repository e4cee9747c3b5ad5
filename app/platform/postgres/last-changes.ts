/** Of a course, or of one thread in it. Null: anything may have changed. */
export type Scope = { courseId: number | null; threadId?: number | undefined };

/** Beyond this, all threads count as changed. */
const THREADS_MAX = 10_000;

/** The number of the last change, by course and by thread. */
export class LastChanges {
	private last = 0;
	private everywhere = 0;
	private readonly inCourse = new Map<number, number>();
	/** Those that are not of one thread alone. */
	private readonly acrossCourse = new Map<number, number>();
	private inThread = new Map<number, number>();
	private inAnyThread = 0;

	note({ courseId, threadId }: Scope, number: number): void {
		this.last = number;
		if (courseId === null) {
			this.everywhere = number;
			return;
		}
		this.inCourse.set(courseId, number);
		if (threadId === undefined) {
			this.acrossCourse.set(courseId, number);
			return;
		}
		if (this.inThread.size >= THREADS_MAX) {
			this.inThread = new Map();
			this.inAnyThread = number;
		}
		this.inThread.set(threadId, number);
	}

	/** Whether what was begun after change `generation` shows them all; what is of no course shows every course. */
	areIn(shown: Scope & { generation: number }): boolean {
		return this.lastIn(shown) <= shown.generation;
	}

	private lastIn({ courseId, threadId }: Scope): number {
		if (courseId === null) return this.last;
		const { everywhere } = this;
		if (threadId === undefined)
			return Math.max(everywhere, this.inCourse.get(courseId) ?? 0);
		return Math.max(
			everywhere,
			this.acrossCourse.get(courseId) ?? 0,
			this.inThread.get(threadId) ?? this.inAnyThread,
		);
	}
}
