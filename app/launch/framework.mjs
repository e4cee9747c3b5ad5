import { readFileSync } from "node:fs";
import { Failure, root } from "./steps.mjs";

/** The versions that the places in docs/upgrading.md were written for: they lean on what these packages do inside. */
const WRITTEN_FOR = { "@remix-run/react": "2.17.", react: "18." };

/** @param {string} name */
export function installedVersion(name) {
	try {
		const path = `${root}node_modules/${name}/package.json`;
		return String(JSON.parse(readFileSync(path, "utf8")).version);
	} catch {
		return null;
	}
}

/** @param {(name: string) => string | null} versionOf null: not installed, which Node says itself @throws Failure */
export function checkFramework(versionOf = installedVersion) {
	for (const [name, wanted] of Object.entries(WRITTEN_FOR)) {
		const version = versionOf(name);
		if (version !== null && !version.startsWith(wanted))
			throw new Failure(
				`Seminar was written for ${name} ${wanted}x and finds ${version}: docs/upgrading.md says what to change first.`,
			);
	}
}
