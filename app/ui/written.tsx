/** The fields of any form that hold what people write; the others are ids and choices. */
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

/** The texts of a form that was not sent, for their author to see that they are still there. */
export const Written = ({ values }: { values: Record<string, string> }) =>
	TEXTS.filter((name) => values[name]).map((name) => (
		<pre key={name} className="source">
			{values[name]}
		</pre>
	));
