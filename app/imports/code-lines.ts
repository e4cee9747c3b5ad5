import { isBlank, type SourceLine } from "#app/imports/source-lines.ts";

/** How sure it is that a line is code: `maybe` is, beside code. */
type Likeness = "code" | "maybe" | "prose";

const LINE_LIMIT = 500;
const PLAIN_TEXT = /^(?:`{3}|\$\$|\d{1,3}[.)、] )/u;
const STRINGS = /"[^"\n]{0,300}"|'[^'\n]{0,300}'|`[^`\n]{0,300}`/gu;
const REMARK = /(?:^|\s)(?:#|\/\/|--)\s.{0,300}$/u;
const OTHER_SCRIPT =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u3003\uFF01-\uFF5E]/u;
const SENTENCE = /[a-z]{2}[.!?]$/u;

const PROMPT =
	/^(?:\([\w.-]{1,30}\) )?(?:\$|>>>|PS(?: [A-Z]:[^<>|]{0,80})?>|[A-Z]:\\[^<>|]{0,80}>|In \[\d{0,4}\]:|(?:mysql|sqlite|redis|postgres|mongo)[\w-]{0,20}[>#]|[\w.-]{1,40}@[\w.-]{1,40}[:~\w/]{0,60}[$#])\s+[a-z./~(_].{0,400}[^$\s]$/iu;
const OPTIONS =
	/\s(?:-{1,2}[a-z]|[\w.~-]{0,60}\/|[\w-]{1,40}\.[a-z]{1,6}(?:\s|$)|&&|\|\||[|>]\s)/iu;
const COMMAND =
	/^(?:sudo )?(?:pip3?|npm|npx|yarn|pnpm|uv|poetry|git|conda|docker|docker-compose|kubectl|helm|curl|wget|apt|apt-get|brew|yum|cargo|mvn|gradle|ollama|systemctl|cd|ls|mkdir|rm|cp|mv|cat|echo|source|python3?|node|java|javac|go|make|cmake|bash|sh|chmod|tar|ssh|scp|pytest|uvicorn|streamlit|torchrun) /u;
const SUBCOMMAND =
	/^(?:sudo )?\S{1,20} (?:install|uninstall|run|clone|add|commit|push|pull|fetch|init|get|apply|build|compose|exec|ps|images|start|stop|restart|logs?|list|create|describe|checkout|status|config|freeze|serve|mod|env|activate)(?: |$)/u;

const KEYWORD =
	/^(?:import (?:[\w.]+(?: as \w+)?(?:, ?[\w.]+)*;?$|[{*"'])|from [\w.]+ import |(?:async )?def \w+ ?\(|class [A-Z]\w*(?:[ ({:].{0,200}[{:])?$|(?:public|private|protected|static) [\w<>[\] ]{0,80}(?:\w[({;]| = )|(?:export )?(?:async )?function\b.{0,100}\(|(?:export )?(?:const|let|var) [\w{[].{0,200}=|func [\w(].{0,200}\{$|package [a-z]\w*;?$|using namespace |#include\s?[<"]|(?:if|elif|while|with)\b.{0,200}(?:[=<>]|\w\().{0,200}:(?:$|\s\w)|for \w+(?:, ?\w+)* in (?:.{1,200}:$|.{1,100}\): )|(?:for|while|if)\b.{1,200}\b(?:do|then)$|export default |(?:else|try|finally):$|@[a-zA-Z]\w*(?:\.\w+)*(?:\(.{0,200}\))?$)/u;
const SQL =
	/^(?:SELECT [\w*"`(].{0,300}|select \*|INSERT INTO |UPDATE \w+ SET |DELETE FROM |CREATE (?:TABLE|INDEX|DATABASE|VIEW) |ALTER TABLE |DROP TABLE )/u;
const DOCKERFILE =
	/^(?:FROM|RUN|COPY|WORKDIR|CMD|ENTRYPOINT|EXPOSE|ENV) [a-z0-9["/.$]/u;
const ASSIGNED =
	/^(?:[a-z_]\w+(?:\.\w+|\[[^[\]]{0,60}\])*(?:, ?\w+){0,5}(?:: ?[\w[\], .|]{1,60})? ?(?:[-+*/:]?=) ?[^\s=]|(?:export )?[A-Z][A-Z0-9_]{1,60}=\S)/u;
const CALLED =
	/^[a-z_]\w{0,60}(?:\.\w{1,60}){1,10}\(.{0,300}\)?[;:{,]?$|^(?:print|len|range|super|require|assert|printf|echo|type)\(.{0,300}\)[;:]?$/iu;
const JSON_PAIR =
	/^"[^"]{1,80}"\s?:\s?(?:"[^"]{0,300}"|[-\d[{tfn].{0,300}),?$/u;
const JSON_BEGUN = /^[[{]\s?(?:\{\s?)?"[^"]{1,80}"\s?:/u;
const MARKUP =
	/^(?:<!DOCTYPE |<\?(?:xml|php)\b|<\/?(?:html|head|body|div|ul|ol|table|form|script|style|template|button|input|nav|section)\b[^<>]{0,300}>|<(?:[a-z]\w{0,20})(?: [\w-]{1,30}="[^"]{0,200}"){1,9} ?\/?>)/iu;
/** What programs print. */
const OUTPUT =
	/^(?:Traceback \(most recent call last\):$|File "[^"]{1,200}", line \d|(?:\w+\.){0,5}\w*(?:Error|Exception): |@@ -\d|(?:---|\+\+\+) [ab]\/)/u;
const BRACES = /^[[({})\]]{0,6}[{}][[({})\]]{0,6}[,;]?$/u;
const STATEMENT =
	/^.{0,300}(?:\w\(.{0,200}|=.{0,200});$|^.{0,400}\{$|^.{0,300}=> ?[{(].{0,200}$/u;
const CERTAIN = [
	...[KEYWORD, SQL, DOCKERFILE, ASSIGNED, CALLED, JSON_PAIR, BRACES],
	...[STATEMENT, PROMPT, MARKUP, OUTPUT],
];
/** Of boxes, trees and tables drawn in letters; they may hold Chinese. */
const DRAWN = /^(?:[\u2500-\u257f]|\+(?:[-=]{2,99}\+){1,50}$)/u;
const ROW = /^\|.{0,400}\|$/u;
const SETTING = /^(?:- )?[\w.-]{1,60}:(?:\s|$)/u;
/** Remarks that may go on over some lines. */
const REMARKS = [
	{ opens: /^\/\*/u, closes: /\*\/$/u },
	{ opens: /^[rfbu]?"""(?!.*""")/iu, closes: /"""$/u },
	{ opens: /^[rfbu]?'''(?!.*''')/iu, closes: /'''$/u },
];
const REMARK_LINES = 40;

const POSSIBLE =
	/^(?:(?:FROM|WHERE|GROUP BY|ORDER BY|HAVING|LIMIT|(?:LEFT |INNER |RIGHT )?JOIN|VALUES|SET|UNION|AND|OR) |\[[\w.: -]{1,60}\]$|[-+]\S|end(?: (?:if|for|while|function))?$|else$|[\w.-]{1,60}\/$|return\b|pass$|break;?$|continue;?$|yield |raise |throw |await |end$|fi$|done$|(?:if|elif|while|with|except|for)\b.{0,300}:$|[\])}]|[[({]$|#|\/\/|--\s|\/\*|\*|<|[a-z_][\w.-]{0,40}(?::(?:\s|$)| ?[-+*/]?= |\()|[a-zA-Z_] = |["'])/u;

function isCommand(text: string): boolean {
	return COMMAND.test(text) && (SUBCOMMAND.test(text) || OPTIONS.test(text));
}

function likenessOf({ text: raw }: SourceLine): Likeness {
	const text = raw.trim().replace(/^> (?=\S)/u, "");
	if (text === "" || text.length > LINE_LIMIT || PLAIN_TEXT.test(text))
		return "prose";
	const isSetIn = /^(?: {2}|\t)/u.test(raw);
	if (text.startsWith("- ") && !isSetIn) return "prose";
	if (DRAWN.test(text)) return "code";
	if (ROW.test(text)) return "maybe";
	const bare = text.replaceAll(STRINGS, '""').replace(REMARK, "").trim();
	if (OTHER_SCRIPT.test(bare)) return "prose";
	if (bare === "") return "maybe";
	if (JSON_PAIR.test(text) || JSON_BEGUN.test(text) || isCommand(text))
		return "code";
	if (CERTAIN.some((pattern) => pattern.test(bare))) return "code";
	if (isSetIn && SETTING.test(bare)) return "code";
	return (isSetIn && !SENTENCE.test(text)) || POSSIBLE.test(bare)
		? "maybe"
		: "prose";
}

/** The lines of remarks, which may be in any language. */
function remarksIn(lines: SourceLine[]): Set<number> {
	const found = new Set<number>();
	for (let start = 0; start < lines.length; start++) {
		const text = lines[start]?.text.trim() ?? "";
		const remark = REMARKS.find(({ opens }) => opens.test(text));
		if (!remark) continue;
		const behind = lines.slice(start, start + REMARK_LINES);
		const length = behind.findIndex(({ text }, i) => {
			const line = text.trim();
			return remark.closes.test(line) && (i > 0 || line.length > 3);
		});
		for (let at = start; at <= start + length; at++) found.add(at);
		start = Math.max(start, start + length);
	}
	return found;
}

const NUMBERED = /^\s*(\d{1,4})(?:\s(.*)|$)/u;

/** Lines that a page numbered: 1 import os, 2, 3 def main(): … An empty one counts as a remark. */
function withoutNumbers(lines: SourceLine[]): SourceLine[] {
	const parts = lines.map(({ text }) => NUMBERED.exec(text) ?? []);
	const isNext = (at: number) =>
		Number(parts[at]?.[1]) === Number(parts[at - 1]?.[1]) + 1;
	return lines.map((line, at) => {
		const isNumbered =
			(isNext(at) && (isNext(at - 1) || isNext(at + 1))) ||
			(isNext(at + 1) && isNext(at + 2));
		if (!isNumbered) return line;
		const [before, own, after] = [at - 1, at, at + 1].map((i) => parts[i]?.[2]);
		return { ...line, text: own ?? (before || after ? "#" : line.text) };
	});
}

/** What is only perhaps code is none beyond a blank line, but for a closing bracket. */
function trimmed(lines: SourceLine[], likeness: Likeness[], run: Run): Run {
	let { start, end } = run;
	const isApart = (at: number, step: number) => {
		const beside = lines[at + step];
		return likeness[at] === "maybe" && beside !== undefined && isBlank(beside);
	};
	while (start < end && (isBlankAt(lines, start) || isApart(start, 1))) start++;
	while (
		start < end &&
		(isBlankAt(lines, end) ||
			(isApart(end, -1) && !/^[\])}]/u.test(lines[end]?.text.trim() ?? "")))
	)
		end--;
	return { start, end };
}

type Run = { start: number; end: number };

function isBlankAt(lines: SourceLine[], at: number): boolean {
	const line = lines[at];
	return line !== undefined && isBlank(line);
}

/** The last index of each run of code without a fence, by its first. Blank lines may stand inside. */
export function codeRuns(lines: SourceLine[]): Map<number, number> {
	const remarks = remarksIn(lines);
	const likeness = withoutNumbers(lines).map((line, at) =>
		remarks.has(at) ? "maybe" : likenessOf(line),
	);
	const runs = new Map<number, number>();
	for (let start = 0; start < lines.length; start++) {
		if (likeness[start] === "prose") continue;
		let end = start;
		let isCertain = false;
		for (let at = start; at < lines.length; at++) {
			if (isBlankAt(lines, at)) continue;
			if (likeness[at] === "prose") break;
			end = at;
			isCertain ||= likeness[at] === "code";
		}
		if (isCertain) {
			const run = trimmed(lines, likeness, { start, end });
			runs.set(run.start, run.end);
		}
		start = end;
	}
	return runs;
}
