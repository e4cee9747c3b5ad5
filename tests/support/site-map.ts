import routes from "#app/routes.ts";
import type { Args } from "#tests/support/requests.ts";

type Handler = (args: Args) => unknown;

/** A route: its address as in `routes.ts`, and its handlers. */
export type Route = {
	path: string;
	loader: Handler | undefined;
	action: Handler | undefined;
};

const modules = import.meta.glob<{ loader?: Handler; action?: Handler }>(
	"/app/routes/**/*.{ts,tsx}",
);

/** The route files, as `routes.ts` names them. */
export const routeFiles = Object.keys(modules).map((file) =>
	file.replace("/app/", ""),
);

type Entries = Awaited<typeof routes>;

/** With their whole addresses. A layout has that of its first page. */
const listFiles = (entries: Entries, above = ""): Listed[] =>
	entries.flatMap(({ path, file, children }) => {
		const whole = [above, path].filter(Boolean).join("/");
		const own = { path: `/${whole}`, file, isLayout: children !== undefined };
		return [own, ...listFiles(children ?? [], whole)];
	});

type Listed = { path: string; file: string; isLayout: boolean };

export const listed = listFiles(await routes);

/** Every route in `routes.ts`. Throws if one has no file. */
export async function listRoutes(): Promise<(Route & { file: string })[]> {
	return Promise.all(
		listed.map(async ({ path, file }) => {
			const find = modules[`/app/${file}`];
			if (!find) throw new Error(`There is no ${file}`);
			const { loader, action } = await find();
			return { path, file, loader, action };
		}),
	);
}

const texts = import.meta.glob<string>("/app/routes/**/*.tsx", {
	query: "?raw",
	import: "default",
	eager: true,
});

/** The addresses of all routes that show a page, as in `routes.ts`; `isVerb`: the page that all verbs share. */
export const listPages = () =>
	listed.flatMap(({ path, file, isLayout }) => {
		const text = texts[`/app/${file}`];
		return text && !isLayout
			? {
					path,
					isVerb: /^export default VerbPage|^\treturn <VerbPage/m.test(text),
				}
			: [];
	});

/** A route's address with its parameters filled in; equal names are told apart by the part before them. */
export function fill(path: string, values: Record<string, string>) {
	const params: Record<string, string> = {};
	const filled = path.replace(/([\w-]+)\/:(\w+)/g, (_, before, name) => {
		const value = values[`${before}/:${name}`] ?? "";
		params[name] = value;
		return `${before}/${value}`;
	});
	return { path: filled.replace("*", "no-such-page"), params };
}
