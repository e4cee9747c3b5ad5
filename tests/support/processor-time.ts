/** Milliseconds of a core that `work` takes; other processes do not count, however busy the machine is. */
export function processorTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
