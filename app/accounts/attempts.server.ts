import { createHash } from "node:crypto";
import { network } from "#app/platform/rate-limit.server.ts";

/** What failed sign-ins are counted by: account and network together; hashed, so that no list of addresses comes of it. */
export const attemptsOf = (email: string, address: string): string =>
	createHash("sha256")
		.update(`${email} ${network(address)}`)
		.digest("hex");
