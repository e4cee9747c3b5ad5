export class Unavailable extends Error {
	constructor(
		/** "busy": too much waits to be rendered or hashed. */
		readonly reason: "database" | "busy",
		/** Seconds. */
		readonly retryAfter: number,
		options?: ErrorOptions,
	) {
		super(reason, options);
		this.name = "Unavailable";
	}
}
