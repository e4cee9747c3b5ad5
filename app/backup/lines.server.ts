import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { StartError } from "#app/platform/env.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/** With the usual 16 and 64 KB, the rounds through the thread pool dominate. */
export const CHUNK_BYTES = 256 * 1024;
const LINE_MAX_BYTES = 1024 * 1024;

export const notWhole = (path: string) =>
	new StartError(
		`${path} is no backup of Seminar, or it is damaged or cut short.`,
	);

export class Lines {
	readonly #path: string;
	readonly #chunks: AsyncIterator<Buffer>;
	readonly #hash = createHash("sha256");
	#held = Buffer.alloc(0);

	constructor(path: string) {
		const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
		const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
		// Errors surface where the chunks are read.
		pipeline(file, gunzip, () => {});
		this.#path = path;
		this.#chunks = gunzip[Symbol.asyncIterator]();
	}

	/** @throws StartError at the end of the file, or where it cannot be read */
	async #more(): Promise<void> {
		if (!(await this.#goesOn())) throw notWhole(this.#path);
	}

	async #goesOn(): Promise<boolean> {
		try {
			const { done, value } = await this.#chunks.next();
			if (done) return false;
			this.#held = Buffer.concat([this.#held, value]);
			return true;
		} catch (error) {
			throw this.#unreadable(error as NodeJS.ErrnoException);
		}
	}

	#unreadable(error: NodeJS.ErrnoException): StartError {
		if (error.code?.startsWith("Z_")) return notWhole(this.#path);
		return new StartError(
			error.code === "ENOENT"
				? `There is no file ${this.#path}.`
				: `${this.#path} cannot be read: ${reasonOf(error)}.`,
		);
	}

	#take(bytes: number): Buffer {
		const taken = this.#held.subarray(0, bytes);
		this.#held = this.#held.subarray(bytes);
		this.#hash.update(taken);
		return taken;
	}

	async next(): Promise<string> {
		for (;;) {
			const at = this.#held.indexOf("\n");
			if (at >= 0) return this.#take(at + 1).toString();
			if (this.#held.length > LINE_MAX_BYTES) throw notWhole(this.#path);
			await this.#more();
		}
	}

	/** Reads the line `end` too, without giving it. */
	async *until(end: string): AsyncGenerator<Buffer> {
		while (this.#held.length < end.length) await this.#more();
		let isOver = this.#held.subarray(0, end.length).equals(Buffer.from(end));
		while (!isOver) {
			const at = this.#held.indexOf(`\n${end}`);
			isOver = at >= 0;
			// The last bytes may be the beginning of `end`.
			const bytes = isOver ? at + 1 : this.#held.length - end.length;
			if (bytes > 0) yield this.#take(bytes);
			if (!isOver) await this.#more();
		}
		this.#take(end.length);
	}

	sum(): string {
		return this.#hash.copy().digest("hex");
	}

	async isOver(): Promise<boolean> {
		return this.#held.length === 0 && !(await this.#goesOn());
	}

	async close(): Promise<void> {
		await this.#chunks.return?.();
	}
}
