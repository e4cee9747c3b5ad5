import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "#app/accounts/reader.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { findAddress } from "#app/sharing/addresses.server.ts";
import { ShareButtons } from "#app/sharing/share-buttons.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course } = await findCourse(args);
	const reader = await readerOf(args);
	const given = new URL(args.request.url).searchParams.get("of");
	return {
		pageTitle: reader.words.sharing.title,
		...findAddress(course.slug, given ?? "", reader.language),
	};
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";

export default function SharePage() {
	const { path, url, picture, code } = useLoaderData<typeof loader>();
	const { sharing } = useRareWords();
	return (
		<Page title={sharing.title} from={[path, sharing.back]}>
			<p className="muted mt-6">{sharing.about}</p>
			<div className="mt-10">
				<Field label={sharing.address} value={url} readOnly />
			</div>
			<ShareButtons url={url} />
			<section className="mt-22" aria-labelledby="by-phone">
				<h2 id="by-phone" className="text-section">
					{sharing.phone}
				</h2>
				<div
					className="mt-6 max-w-160"
					role="img"
					aria-label={sharing.code}
					dangerouslySetInnerHTML={{ __html: code }}
				/>
			</section>
			<section className="mt-22" aria-labelledby="picture">
				<h2 id="picture" className="text-section">
					{sharing.picture}
				</h2>
				<img
					className="mt-6 block h-auto w-full border border-rule"
					src={picture}
					width={1200}
					height={630}
					alt={sharing.pictureAlt}
				/>
			</section>
		</Page>
	);
}
