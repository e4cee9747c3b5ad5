/** What an answer needs is not to be had just now: a 503, to be asked again (RFC 9110 15.6.4). */
export class Unavailable extends Error {
	constructor(
		/** The database cannot be asked, or too much waits to be rendered or hashed. */
		readonly reason: "database" | "busy",
		/** Seconds. */
		readonly retryAfter: number,
		options?: ErrorOptions,
	) {
		super(reason, options);
		this.name = "Unavailable";
	}
}
