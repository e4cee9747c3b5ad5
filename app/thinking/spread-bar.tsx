import { peopleIn, type Spread } from "#app/thinking/spread.ts";
import { usePositions } from "#app/thinking/use-positions.ts";
import { useWords } from "#app/words/reader.tsx";

export function SpreadBar({ spread }: { spread: Spread }) {
	const { thinking } = useWords();
	const say = usePositions(spread.map(({ position }) => position));
	const people = peopleIn(spread);
	let from = 0;
	return (
		<figure className="spread" aria-label={thinking.spread}>
			{people > 0 && (
				<svg
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
			<ul className="num">
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
	const { thinking } = useWords();
	const say = usePositions(spread.map(({ position }) => position));
	if (peopleIn(spread) === 0) return null;
	return (
		<p className="muted facts">
			{spread.map(({ position, count }) => (
				<span key={position}>{thinking.held(say(position), count)}</span>
			))}
		</p>
	);
}
