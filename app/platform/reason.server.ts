import { statfs } from "node:fs/promises";

const REASONS: Record<string, string> = {
	EACCES: "permission denied",
	EPERM: "permission denied",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	ENOTDIR: "a file is where a folder should be",
	EEXIST: "a file is where a folder should be",
	ENOENT: "there is no such file or folder",
	ECONNREFUSED: "nothing answers there",
	ECONNRESET: "the connection was cut",
	EHOSTUNREACH: "there is no way to that host",
	ENETUNREACH: "there is no way to that host",
	ETIMEDOUT: "no answer in time",
	ENOTFOUND: "no such host",
	EAI_AGAIN: "no such host",
	// PostgreSQL, appendix A: error codes
	"28000": "this user may not connect",
	"28P01": "the user or the password is wrong",
	"3D000": "there is no such database",
	"42501": "the user lacks the right",
	"53100": "the disk is full",
	"53300": "it has too many connections",
	"57P03": "it is starting or stopping just now",
};

export function reasonOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const code = "code" in error ? String(error.code) : "";
	const [firstLine] = error.message.split("\n", 1);
	return REASONS[code] ?? (firstLine || code || error.name);
}

const FULL_BELOW_BYTES = 1_000_000;

export async function reasonAt(
	folder: string,
	reason: string,
): Promise<string> {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize < FULL_BELOW_BYTES ? "the disk is full" : reason;
}
