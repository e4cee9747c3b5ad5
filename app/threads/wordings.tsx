import { Page } from "#app/ui/page.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useWords } from "#app/words/reader.tsx";

type Wording = {
	version: number;
	title?: string;
	source: string;
	createdAt: Date;
};

type Props = {
	title: string;
	path: string;
	/** Null: an anonymous asker. */
	name: string | null;
	wordings: Wording[];
};

export function History({ title, path, name, wordings }: Props) {
	const { threads } = useWords();
	return (
		<Page
			from={[path, title]}
			title={threads.historyOf(name ?? threads.anonymous)}
		>
			<Wordings wordings={wordings} />
		</Page>
	);
}

function Wordings({ wordings }: Pick<Props, "wordings">) {
	const { threads } = useWords();
	return (
		<ol className="my-4 border-s-2 border-rule-strong ps-11" reversed>
			{wordings.map((wording, i) => (
				<li key={wording.version} className="border-t border-rule py-10">
					<h2 className="text-base">
						{i === 0
							? threads.historyNow
							: threads.historyVersion(wording.version)}
						<span className="muted">
							{" "}
							<TimeAgo time={wording.createdAt} />
						</span>
					</h2>
					{wording.title && <p>{wording.title}</p>}
					<pre className="source">{wording.source}</pre>
				</li>
			))}
		</ol>
	);
}
