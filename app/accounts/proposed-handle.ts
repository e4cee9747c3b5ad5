const MIN = 3;
const MAX = 30;

const asHandle = (text: string) =>
	text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/\p{M}+/gu, "")
		.split(/[^a-z0-9_]+/)
		.filter(Boolean)
		.join("-")
		.slice(0, MAX);

export function proposedHandle(name: string, email: string): string {
	const isLatin = /^[\p{Script=Latin}\p{M}\p{N}\s.'’-]+$/u.test(name);
	const all = [isLatin ? name : "", email.split("@", 1)[0] ?? ""];
	return all.map(asHandle).find((handle) => handle.length >= MIN) ?? "";
}
