/** The fields of any form that hold people's text. */
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

/** Shows the texts of a form that was not sent. */
export const Written = ({ values }: { values: Record<string, string> }) =>
	TEXTS.filter((name) => values[name]).map((name) => (
		<pre key={name} className="source">
			{values[name]}
		</pre>
	));
