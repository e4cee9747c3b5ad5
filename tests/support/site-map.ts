import routes from "#app/routes.ts";
import type { Args } from "#tests/support/requests.ts";

type Handler = (args: Args) => unknown;

/** A route of the site: its address as `routes.ts` writes it, and what answers there. */
export type Route = {
	path: string;
	loader: Handler | undefined;
	action: Handler | undefined;
};

const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>(
	"/app/routes/**/*.{ts,tsx}",
);

/** The files of routes, as `routes.ts` names them. */
export const routeFiles = Object.keys(modules).map((file) =>
	file.replace("/app/", ""),
);

/** Every route that `routes.ts` names. Throws where one has no file. */
export async function listRoutes(): Promise<(Route & { file: string })[]> {
	const entries = await routes;
	return Promise.all(
		entries.map(async ({ path = "", file }) => {
			const find = modules[`/app/${file}`];
			if (!find) throw new Error(`There is no ${file}`);
			const { loader, action } = await find();
			return { path: `/${path}`, file, loader, action };
		}),
	);
}

const texts = import.meta.glob<string>("/app/routes/**/*.tsx", {
	query: "?raw",
	import: "default",
	eager: true,
});

/** The addresses of all routes that show a page, as `routes.ts` writes them; `isVerb`: the one that every verb shows. */
export const listPages = async () =>
	(await routes).flatMap(({ path = "", file }) => {
		const text = texts[`/app/${file}`];
		return text
			? {
					path: `/${path}`,
					isVerb: /^export default VerbPage|^\treturn <VerbPage/m.test(text),
				}
			: [];
	});

/** The address of a route with its parameters filled in; of two of one name, by what stands before it. */
export function fill(path: string, values: Record<string, string>) {
	const params: Record<string, string> = {};
	const filled = path.replace(/([\w-]+)\/:(\w+)/g, (_, before, name) => {
		const value = values[`${before}/:${name}`] ?? "";
		params[name] = value;
		return `${before}/${value}`;
	});
	return { path: filled.replace("*", "no-such-page"), params };
}
