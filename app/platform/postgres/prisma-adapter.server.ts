import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";

/** The connection whose transaction Prisma joins. */
export const joined = new AsyncLocalStorage<pg.PoolClient>();

const nothing = async () => {};

/** Prisma joins the transaction of `sql` instead of beginning one. `usePhantomQuery`: it sends no COMMIT or ROLLBACK. */
export class JoiningAdapter extends PrismaPg {
	override async connect() {
		const adapter = await super.connect();
		adapter.startTransaction = async () => {
			const client = joined.getStore();
			if (!client) throw new Error("Prisma writes within a transaction only");
			return Object.assign(Object.create(adapter), {
				client,
				options: { usePhantomQuery: true },
				commit: nothing,
				rollback: nothing,
			});
		};
		return adapter;
	}
}
