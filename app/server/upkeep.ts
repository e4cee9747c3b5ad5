import { compareCounters } from "#app/counters/drift.server.ts";
import { followRoles, rolesFollowed } from "#app/members/roles.server.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";

const LOOK_EVERY_MS = 60_000;
/** When least people are about, by the clock of TIME_ZONE. */
const QUIET_HOUR = 4;

const clock = new Intl.DateTimeFormat("en-CA", {
	timeZone: env.TIME_ZONE,
	...{ year: "numeric", month: "2-digit", day: "2-digit" },
	...{ hour: "2-digit", hourCycle: "h23" },
});

/**
 * What a server does beside answering: it follows changes of roles that another was killed over, and once a day it
 * compares the counters with their rows and logs what has drifted. To be called every minute.
 */
export function makeUpkeep() {
	let comparedOn = "";
	let isStopped = false;
	/** Half of the time the database has to itself. */
	const rest = async (milliseconds: number) => {
		await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
		return !isStopped;
	};
	return {
		stop() {
			isStopped = true;
		},
		async look(now: Date) {
			await followRoles();
			const [day, hour] = clock.format(now).split(", ");
			if (Number(hour) !== QUIET_HOUR || day === comparedOn) return;
			comparedOn = day ?? "";
			await compareCounters({
				onDrift: (drift) => log.warn(drift, "a counter has drifted"),
				between: rest,
			});
		},
	};
}

/** Looks every minute, until what it gives is called. */
export function keepUp(): () => Promise<void> {
	const upkeep = makeUpkeep();
	let looking: Promise<void> | null = null;
	const look = () => {
		looking ??= upkeep
			.look(new Date())
			.catch((err) => log.warn({ err }, "upkeep comes later"))
			.finally(() => {
				looking = null;
			});
	};
	look();
	const timer = setInterval(look, LOOK_EVERY_MS).unref();
	return async () => {
		clearInterval(timer);
		upkeep.stop();
		await looking;
		await rolesFollowed();
	};
}
