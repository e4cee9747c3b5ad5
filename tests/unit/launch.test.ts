import { spawnSync } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const MAIN = "export const main = async (words) => console.log(words.join());";

let folder: string;

/** Makes a checkout whose build and packages are older than its sources. */
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "seminar-launch-"));
	cpSync("app/launch", join(folder, "app/launch"), { recursive: true });
	for (const [path, text] of Object.entries({
		"package.json": '{"type":"module"}',
		"package-lock.json": '{"packages":{"node_modules/newer":{}}}',
		"node_modules/.package-lock.json": '{"packages":{}}',
		"build/.made-from": "what the sources were",
		"build/server/index.js": MAIN,
	})) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(["import", "owner"])(
	"%s keeps the build and the packages that a server may be running from",
	(command) => {
		const before = readdirSync(folder, { recursive: true });
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[join(folder, "app/launch/launch.mjs"), command, "x"],
			{ encoding: "utf8" },
		);
		expect({ status, stdout }).toEqual({ status: 0, stdout: `${command},x\n` });
		expect(stderr).toContain("newer than the build");
		expect(readdirSync(folder, { recursive: true })).toEqual(before);
	},
);
