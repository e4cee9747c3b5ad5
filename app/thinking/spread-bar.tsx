import { sayPosition } from "#app/thinking/say-position.ts";
import { peopleIn, type Spread } from "#app/thinking/spread.ts";
import { useWords } from "#app/words/reader.tsx";

export function SpreadBar({ spread }: { spread: Spread }) {
	const words = useWords();
	const { thinking } = words;
	const say = sayPosition(
		words,
		spread.map(({ position }) => position),
	);
	const people = peopleIn(spread);
	let from = 0;
	return (
		<figure className="spread mt-10 mb-14" aria-label={thinking.spread}>
			{people > 0 && (
				<svg
					className="mb-5 block h-7.5 w-full"
					viewBox={`0 0 ${people} 1`}
					preserveAspectRatio="none"
					aria-hidden="true"
				>
					{spread.map(({ position, count }) => {
						from += count;
						return (
							<rect key={position} x={from - count} width={count} height="1" />
						);
					})}
				</svg>
			)}
			<ul className="flex flex-wrap gap-x-14 gap-y-1 text-control tabular-nums">
				{spread.map(({ position, count }) => (
					<li key={position}>{thinking.held(say(position), count)}</li>
				))}
			</ul>
			<figcaption className="muted">
				{people > 0 ? thinking.people(people) : thinking.nobody}
			</figcaption>
		</figure>
	);
}

export function SpreadLine({ spread }: { spread: Spread }) {
	const words = useWords();
	const { thinking } = words;
	const say = sayPosition(
		words,
		spread.map(({ position }) => position),
	);
	if (peopleIn(spread) === 0) return null;
	return (
		<p className="muted facts col-[2/4]">
			{spread.map(({ position, count }) => (
				<span key={position}>{thinking.held(say(position), count)}</span>
			))}
		</p>
	);
}
