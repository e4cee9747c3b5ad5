import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import c from "highlight.js/lib/languages/c";
import cpp from "highlight.js/lib/languages/cpp";
import css from "highlight.js/lib/languages/css";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import plaintext from "highlight.js/lib/languages/plaintext";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { escapeHtml } from "#app/markdown/plain-text.ts";

const LANGUAGES = {
	bash,
	c,
	cpp,
	css,
	diff,
	go,
	java,
	javascript,
	json,
	plaintext,
	python,
	rust,
	sql,
	typescript,
	xml,
	yaml,
};
for (const [name, language] of Object.entries(LANGUAGES))
	hljs.registerLanguage(name, language);
hljs.registerAliases(["shell", "console"], { languageName: "bash" });
hljs.registerAliases(["jsonc", "json5"], { languageName: "json" });

/** Some languages' patterns take quadratic time on long lines. */
const MAX_LINE = 2_000;
const LONG_LINE = new RegExp(`^.{${MAX_LINE + 1}}`, "m");

/** Tools write `js{1,3}`, `{python}`, `{.python .numberLines}`, `python:train.py`. */
export const languageOf = (info: string) =>
	/^[{.\s]*([^\s{}:,]*)/.exec(info)?.[1]?.toLowerCase() ?? "";

/** An unknown language, or a very long line, gives plain code. */
export function renderCode(code: string, info: string): string {
	const name = languageOf(info);
	const language =
		hljs.getLanguage(name) && !LONG_LINE.test(code) ? name : null;
	const content = language
		? hljs.highlight(code, { language, ignoreIllegals: true }).value
		: escapeHtml(code);
	return `<pre tabindex="0"><code class="hljs">${content}</code></pre>\n`;
}
