import type { AppLoadContext } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { keepProse } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { ThreadNews } from "#app/progress/news.server.ts";
import type { ServerReader } from "#app/words/reader.tsx";

type Given = { context: AppLoadContext; reader: ServerReader; slug: string };

/** For the element `news`, hidden while empty: the ways to the first unread reply and to `pins` on the first page. */
export function newsLine(
	{ context, reader: { words }, slug }: Given,
	news: ThreadNews,
	{ path = "", pins = 0 } = {},
) {
	const { since, first, pins: seePins } = words.news;
	const line = (
		<>
			{news?.first && (
				<span>
					{since(news.count)}
					<a
						className="link"
						href={`${paths.reply(slug, news.first)}?sort=oldest`}
					>
						{first}
					</a>
				</span>
			)}
			{pins > 0 && (
				<span className="text-cinnabar">
					<a className="link" href={path}>
						{seePins(pins)}
					</a>
				</span>
			)}
		</>
	);
	return keepProse(context, "news", renderToStaticMarkup(line));
}
