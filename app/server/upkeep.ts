import { compareCounters } from "#app/counters/drift.server.ts";
import { followRoles, rolesFollowed } from "#app/members/roles.server.ts";
import { env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";

const LOOK_EVERY_MS = 60_000;
/** O'clock in TIME_ZONE, when fewest people read. */
const QUIET_HOUR = 4;

const clock = new Intl.DateTimeFormat("en-CA", {
	timeZone: env.TIME_ZONE,
	...{ year: "numeric", month: "2-digit", day: "2-digit" },
	...{ hour: "2-digit", hourCycle: "h23" },
});

/** Completes role changes that a killed process left, and compares the counters daily. Call it every minute. */
export function makeUpkeep() {
	let comparedOn = "";
	let isStopped = false;
	/** Leaves the database half of the time. */
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

/** Returns how to stop. */
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
