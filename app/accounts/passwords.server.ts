import { hash, verify } from "@node-rs/argon2";

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default), 19 MiB, two passes, one lane. */
const COST = {
	memoryCost: 19_456,
	timeCost: 2,
	parallelism: 1,
};
/** Each takes 19 MiB and a thread of the pool while it runs. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	if (running >= AT_ONCE)
		await new Promise<void>((resolve) => waiting.push(resolve));
	else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

/** The argon2id hash of a password, in PHC form. */
export const hashPassword = (password: string): Promise<string> =>
	inTurn(() => hash(password, COST));

/** A hash in the same form that no password has, to be checked against where there is no account. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whether the password has this hash. Without one it takes as long and says no, so that an unknown address shows nothing. */
export async function isPassword(
	stored: string | undefined,
	password: string,
): Promise<boolean> {
	const same = await inTurn(() => verify(stored ?? NOBODYS, password));
	return stored !== undefined && same;
}
