import { useLocation } from "@remix-run/react";
import { Fragment } from "react";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	page: number;
	pages: number;
	hash?: string;
	name?: string;
	isNumbered?: (page: number, pages: number) => boolean;
	between?: string;
};

function pageWindow({ page, pages, isNumbered = () => true }: Props) {
	const near = [1, page - 1, page, page + 1, pages].filter(
		(n) => n >= 1 && n <= pages && isNumbered(n, pages),
	);
	const shown = [...new Set(near)].sort((a, b) => a - b);
	return shown.map((number, i) => ({
		number,
		gap: number - (shown[i - 1] ?? 0) > 1,
	}));
}

export function Pagination(props: Props) {
	const { page, pages, hash = "", name = "page", isNumbered } = props;
	const words = useWords();
	const { pathname, search } = useLocation();
	if (pages <= 1) return null;
	const to = (n: number) => {
		const params = new URLSearchParams(search);
		if (n === 1) params.delete(name);
		else params.set(name, String(n));
		const query = params.toString();
		return `${pathname}${query && `?${query}`}${hash}`;
	};
	const labelled = (n: number, label: string) =>
		(isNumbered?.(n, pages) ?? true) ? label : props.between;
	return (
		<nav className="pagination" aria-label={words.pages.label}>
			{page > 1 && (
				<a href={to(page - 1)} rel="prev">
					{labelled(page - 1, words.pages.previous)}
				</a>
			)}
			{pageWindow(props).map(({ number: n, gap }) => (
				<Fragment key={n}>
					{gap && <span>…</span>}
					<a
						href={to(n)}
						aria-current={n === page ? "page" : undefined}
						aria-label={words.pages.page(n)}
					>
						{n}
					</a>
				</Fragment>
			))}
			{page < pages && (
				<a href={to(page + 1)} rel="next">
					{labelled(page + 1, words.pages.next)}
				</a>
			)}
		</nav>
	);
}
