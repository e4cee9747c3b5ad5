import { Unavailable } from "#app/platform/unavailable.ts";

type Turn = {
	from: string | null;
	due: number;
	begin: () => void;
	refuse: (error: Error) => void;
};

type Size = {
	atOnce: number;
	places: number;
	retryAfter: number;
};

/** Fair: turns alternate between people, and a full line drops the last of whoever has most (McKenney, SFQ, 1990). */
export class Line {
	private running = 0;
	private now = 0;
	private readonly waiting: Turn[] = [];

	constructor(private readonly size: Size) {}

	/** @throws Unavailable where there is no place, or its place goes to another */
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
