import { useWords } from "#app/platform/i18n/reader.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";

type Wording = {
	version: number;
	title?: string;
	source: string;
	createdAt: Date;
};

/** The wordings of a text, newest first; each as it was written. */
export function Wordings({ wordings }: { wordings: Wording[] }) {
	const { threads } = useWords();
	return (
		<ol className="wordings" reversed>
			{wordings.map((wording, i) => (
				<li key={wording.version}>
					<h2>
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
