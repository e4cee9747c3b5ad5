import type { AnswerTime } from "#app/desk/week.server.ts";
import { useRareWords } from "#app/words/rare-words.ts";

const WEEKS = 8;
const STEP = 40;
const TOP = 18;
const HEIGHT = 96;
const WIDTH = WEEKS * STEP;

export function AnswerTimes({ times }: { times: AnswerTime[] }) {
	const { week } = useRareWords().desk;
	const most = Math.max(1, ...times.map((time) => time.ninetiethHours));
	const y = (hours: number) => TOP + HEIGHT * (1 - hours / most);
	const labels = times.map((time) =>
		week.took(
			week.week(time.weeksAgo),
			week.hours(time.medianHours),
			week.hours(time.ninetiethHours),
		),
	);
	return (
		<>
			<svg
				className="answer-times my-6 block w-full max-w-[26rem] fill-none stroke-faint"
				viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 24}`}
				role="img"
				aria-label={labels.join(" · ")}
			>
				<path d={`M0 ${TOP}H${WIDTH}`} className="stroke-rule" />
				<path d={`M0 ${TOP + HEIGHT}H${WIDTH}`} />
				<text x={0} y={TOP - 6}>
					{week.hours(most)}
				</text>
				{times.map(({ weeksAgo, medianHours, ninetiethHours }, i) => {
					const x = (WEEKS - weeksAgo - 0.5) * STEP;
					return (
						<g key={weeksAgo}>
							<title>{labels[i]}</title>
							<path d={`M${x} ${y(0)}V${y(ninetiethHours)}m-5 0h10`} />
							<circle
								className="fill-ink stroke-none"
								cx={x}
								cy={y(medianHours)}
								r={4}
							/>
						</g>
					);
				})}
				<text x={0} y={TOP + HEIGHT + 18}>
					{week.week(WEEKS - 1)}
				</text>
				<text x={WIDTH} y={TOP + HEIGHT + 18} className="[text-anchor:end]">
					{week.week(0)}
				</text>
			</svg>
			<p>{labels.at(-1)}</p>
		</>
	);
}
