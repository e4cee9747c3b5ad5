import { request } from "node:http";
import { gunzipSync } from "node:zlib";

/** @typedef {{ status: number, rawHeaders: string[], body: Buffer, isGzipped: boolean }} Answer */

/**
 * Sends one request and reads the whole answer; the body stays as sent.
 * @param {string} url
 * @param {{ method?: string, path?: string, headers?: Record<string, string>, body?: string, agent?: import("node:http").Agent }} [options]
 * @returns {Promise<Answer>}
 */
export const ask = (url, { body, ...options } = {}) =>
	new Promise((resolve, reject) => {
		const sent = request(url, options, (answer) => {
			/** @type {Buffer[]} */
			const chunks = [];
			answer.on("data", (chunk) => chunks.push(chunk));
			answer.on("error", reject);
			answer.on("end", () =>
				resolve({
					status: answer.statusCode ?? 0,
					rawHeaders: answer.rawHeaders,
					body: Buffer.concat(chunks),
					isGzipped: answer.headers["content-encoding"] === "gzip",
				}),
			);
		});
		sent.on("error", reject);
		sent.end(body);
	});

/** @param {Answer} answer */
export const textOf = ({ body, isGzipped }) =>
	(isGzipped ? gunzipSync(body) : body).toString();
