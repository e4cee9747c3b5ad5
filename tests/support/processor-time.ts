/** What some work takes of a core, in milliseconds: other processes do not count, however much of the machine they use. */
export function processorTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
