const TEXTS = [
	"title",
	"name",
	"body",
	"bio",
	"description",
	"shortForm",
	"source",
	"rendering",
	"otherRenderings",
	"meaning",
];

export const Written = ({ values }: { values: Record<string, string> }) =>
	TEXTS.filter((name) => values[name]).map((name) => (
		<pre key={name} className="source">
			{values[name]}
		</pre>
	));
