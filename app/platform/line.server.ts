import { Unavailable } from "#app/platform/unavailable.ts";

type Turn = {
	/** Who waits for it; null: nobody, as at the seeding. */
	from: string | null;
	/** The order of the line. */
	due: number;
	begin: () => void;
	refuse: (error: Error) => void;
};

type Size = {
	atOnce: number;
	/** That wait. */
	places: number;
	/** Seconds that are told to whoever finds no place. */
	retryAfter: number;
};

/**
 * Work of which only so much is done at once. The line is fair: everybody's next comes after one of each other's, and
 * where it is full, whoever has most in it loses the last of it (McKenney, Stochastic Fairness Queueing, 1990).
 */
export class Line {
	private running = 0;
	/** What the last that began was due at. */
	private now = 0;
	private readonly waiting: Turn[] = [];

	constructor(private readonly size: Size) {}

	/** @throws Unavailable where there is no place, or another needs it */
	async run<Result>(
		from: string | null,
		work: () => Promise<Result>,
	): Promise<Result> {
		if (this.running < this.size.atOnce) this.running += 1;
		else await this.turn(from);
		try {
			return await work();
		} finally {
			this.next();
		}
	}

	private turn(from: string | null): Promise<void> {
		if (from !== null) this.makeRoom(from);
		const last = this.of(from).at(-1)?.due ?? 0;
		const due = Math.max(last, this.now) + 1;
		return new Promise((begin, refuse) => {
			this.waiting.push({ from, due, begin, refuse });
		});
	}

	private of = (from: string | null) =>
		this.waiting.filter((turn) => turn.from === from);

	private makeRoom(from: string): void {
		const taken = this.waiting.filter((turn) => turn.from !== null);
		if (taken.length < this.size.places) return;
		let most: Turn[] = [];
		for (const turn of taken) {
			const theirs = this.of(turn.from);
			if (theirs.length > most.length) most = theirs;
		}
		const busy = new Unavailable("busy", this.size.retryAfter);
		const last = most.at(-1);
		if (!last || most.length <= this.of(from).length + 1) throw busy;
		this.waiting.splice(this.waiting.indexOf(last), 1);
		last.refuse(busy);
	}

	private next(): void {
		let next: Turn | undefined;
		for (const turn of this.waiting)
			if (!next || turn.due < next.due) next = turn;
		if (!next) {
			this.running -= 1;
			return;
		}
		this.waiting.splice(this.waiting.indexOf(next), 1);
		this.now = next.due;
		next.begin();
	}
}
