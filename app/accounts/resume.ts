/** A text that was sent after its session had ended: where it was to go, and the fields it came with. */
export type Resume = { action: string; values: Record<string, string> };

const ACTION = "resume.action";
const FIELD = /^resume\.(?!action$)(.+)$/;

/** The hidden fields that carry the text through the sign-in form. */
export function resumeFields({
	action,
	values,
}: Resume): Record<string, string> {
	const fields = Object.entries(values).map(([name, value]) => [
		`resume.${name}`,
		value,
	]);
	return { ...Object.fromEntries(fields), [ACTION]: action };
}

/** The text that a submitted sign-in form carried, if any; its `action` is as it came, to be checked before use. */
export function resumeFrom(
	submitted: Record<string, string>,
): Resume | undefined {
	const action = submitted[ACTION];
	if (action === undefined) return undefined;
	const values: Record<string, string> = {};
	for (const [key, value] of Object.entries(submitted)) {
		const name = FIELD.exec(key)?.[1];
		if (name) values[name] = value;
	}
	return { action, values };
}
