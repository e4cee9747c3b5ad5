/** A text sent after its session ended. */
export type Resume = { action: string; values: Record<string, string> };

const PREFIX = "resume.";
const ACTION = `${PREFIX}action`;
const FIELD = /^resume\.(?!action$)(.+)$/;

export const isOfResume = (name: string) => name.startsWith(PREFIX);

export function resumeFields({
	action,
	values,
}: Resume): Record<string, string> {
	const fields = Object.entries(values).map(([name, value]) => [
		PREFIX + name,
		value,
	]);
	return { ...Object.fromEntries(fields), [ACTION]: action };
}

/** Check `action` before use: it is as submitted. */
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
