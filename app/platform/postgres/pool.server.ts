import pg from "pg";
import {
	Connection,
	LIMITS,
	limit,
	unreachable,
} from "#app/platform/postgres/connection.server.ts";
import {
	isAway,
	onAway,
	type Place,
} from "#app/platform/postgres/presence.server.ts";

/** A connection keeps its statements' plans. Planning again after a pause took longer than a page. */
const IDLE_MS = 600_000;

/** Each connection goes to where the database is at that moment; while it is away, requests for one fail at once. */
export class Pool extends pg.Pool {
	constructor(place: Place, limited: boolean) {
		super({
			max: 10,
			idleTimeoutMillis: IDLE_MS,
			application_name: "seminar",
			keepAlive: true,
			keepAliveInitialDelayMillis: 10_000,
			...(limited && {
				connectionTimeoutMillis: LIMITS.connection,
				onConnect: limit,
			}),
			Client: class extends Connection {
				constructor(config: pg.ClientConfig = {}) {
					super({ ...config, connectionString: place.url }, limited);
				}
			},
		});
		this.query = ((...words: Parameters<pg.PoolClient["query"]>) =>
			this.ask(words)) as typeof this.query;
		this.on("error", () => {});
		const open = new Set<pg.PoolClient>();
		this.on("connect", (client) => open.add(client));
		this.on("remove", (client) => open.delete(client));
		onAway(() => {
			for (const client of open)
				if (client instanceof Connection) client.abandon();
		});
	}

	/** @throws Unavailable where none is free in time */
	override connect(): Promise<pg.PoolClient> {
		if (isAway()) return Promise.reject(unreachable(new Error("It is away")));
		const wanted = super.connect();
		return new Promise((resolve, reject) => {
			const stop = onAway(() => {
				stop();
				reject(unreachable(new Error("It went away")));
				wanted.then(
					(client) => client.release(),
					() => {},
				);
			});
			wanted.then(
				(client) => {
					stop();
					resolve(client);
				},
				(error) => {
					stop();
					reject(unreachable(error));
				},
			);
		});
	}

	private async ask(words: Parameters<pg.PoolClient["query"]>) {
		const client = await this.connect();
		try {
			return await client.query(...words);
		} finally {
			client.release(client instanceof Connection && client.isLost);
		}
	}
}
