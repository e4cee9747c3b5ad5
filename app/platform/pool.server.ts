import pg from "pg";
import {
	Connection,
	LIMITS,
	limit,
	unreachable,
} from "#app/platform/connection.server.ts";
import { isAway, onAway, type Place } from "#app/platform/presence.server.ts";

type Taken = (
	error: Error | undefined,
	client: pg.PoolClient | undefined,
	release: (error?: Error | boolean) => void,
) => void;

/** The connections to a database, each made to where it is at that moment. While it is away there are none. */
export class Pool extends pg.Pool {
	constructor(place: Place, limited: boolean) {
		super({
			max: 10,
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
		// An idle connection that breaks is replaced; the statement that meets it reports the error.
		this.on("error", () => {});
		const open = new Set<pg.PoolClient>();
		this.on("connect", (client) => open.add(client));
		this.on("remove", (client) => open.delete(client));
		onAway(() => {
			for (const client of open)
				if (client instanceof Connection) client.abandon();
		});
	}

	override connect(): Promise<pg.PoolClient>;
	override connect(callback: Taken): void;
	override connect(callback?: Taken) {
		const taken = this.take();
		if (!callback) return taken;
		taken.then(
			(client) => callback(undefined, client, client.release),
			(error) => callback(error, undefined, () => {}),
		);
	}

	/** A connection; @throws Unavailable where none is to be had in time, at once where the database is or goes away. */
	private take(): Promise<pg.PoolClient> {
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
}
