/*
 * The benchmark of the production build: an embedded database, a data set, autocannon, and in the same run the best that
 * this machine can do. Prints a table; a missed target is no error.
 */
import { parseArgs } from "node:util";
import { startBareServer } from "./bare.mjs";
import { randomFrom } from "./chinese.mjs";
import { CROWD, questionTitle } from "./crowd.mjs";
import { putDataset } from "./dataset.mjs";
import { LAST_PAGE, LONG_THREAD } from "./discussion.mjs";
import {
	compareTimes,
	countStatements,
	measurePage,
	measureWrite,
	spreadOfTimes,
} from "./measure.mjs";
import { scriptBytes } from "./page-weight.mjs";
import { figuresTable, targetsOf, targetsTable } from "./report.mjs";
import { startServer } from "./server.mjs";
import { writesTo } from "./writes.mjs";

const { values: options } = parseArgs({
	args: process.argv.slice(2),
	options: { seconds: { type: "string", default: "8" } },
	allowPositionals: true,
});
const seconds = Number(options.seconds);
if (!(seconds >= 1)) throw new Error("--seconds is a number from 1 up.");

/** @param {string} line */
const say = (line) => console.error(line);

const threads = "/courses/bench/threads";
const longThread = `${threads}/${LONG_THREAD}`;
const lastPage = `${longThread}?page=${LAST_PAGE}`;
const LESSON = "/courses/bench/lessons/1";
const CROWDED_LESSON = "/courses/crowd/lessons/1";
const SIMILAR = "/courses/crowd/questions/similar";
const TITLES_SEED = 11;
const PAGES = [
	{ name: "lesson", path: LESSON },
	{ name: "thread of 20 replies", path: `${threads}/10` },
	{ name: "thread of 5,000, first page", path: longThread },
	{ name: "thread of 5,000, last page", path: lastPage },
];

const server = await startServer();
const bareServer = await startBareServer();
for (const signal of ["SIGINT", "SIGTERM"])
	process.once(signal, () => server.stop().then(() => process.exit(1)));
try {
	await bench();
} finally {
	bareServer.stop();
	await server.stop();
}

async function bench() {
	say("Putting in 6,000 replies, 20,000 questions and 12,200 members …");
	const database = await server.database();
	await putDataset(database);
	const run = { server, bareServer, seconds, database };

	const open = [];
	const signedIn = [];
	for (const page of PAGES) {
		say(`${page.name} …`);
		open.push(await measurePage(run, { ...page, isSignedIn: false }));
		const name = `${page.name}, signed in`;
		signedIn.push(await measurePage(run, { ...page, name, isSignedIn: true }));
	}
	say("last page against first …");
	const times = await compareTimes(server, longThread, lastPage);
	say("lesson with much about it …");
	const lessons = await compareTimes(server, LESSON, CROWDED_LESSON);
	const crowded = {
		toPlain: lessons.last / lessons.first,
		statements: await countStatements(server, CROWDED_LESSON),
	};
	say("similar questions …");
	const random = randomFrom(TITLES_SEED);
	const similar = await spreadOfTimes(
		server,
		() => `${SIMILAR}?${new URLSearchParams({ title: questionTitle(random) })}`,
	);
	const writes = writesTo(server.url);
	say("vote …");
	const vote = await measureWrite(run, { name: "vote", nth: writes.vote });
	say("reply …");
	const reply = await measureWrite(run, { name: "reply", nth: writes.reply });

	const [, shortOpen] = open;
	const [, shortSignedIn] = signedIn;
	if (!shortOpen || !shortSignedIn) throw new Error("No thread was measured.");
	console.log(`
${figuresTable([...open, ...signedIn, vote, reply])}

10 connections, ${seconds} s each. Bytes: of one gzipped answer. SQL: statements of one request, in brackets where the page is not
in the cache. Bare, by turns with the real one: node:http with the same bytes; for vote and reply, pg with the same
statements.
One request at a time, signed in: first page ${times.first.toFixed(1)} ms, last page ${times.last.toFixed(1)} ms; lesson ${lessons.first.toFixed(1)} ms, with
${CROWD.notes} notes, ${CROWD.anchored} anchored questions and ${CROWD.terms} terms ${lessons.last.toFixed(1)} ms; similar questions among ${CROWD.questions.toLocaleString("en")} ${similar.p50.toFixed(1)} ms, p95 ${similar.p95.toFixed(1)} ms.

${targetsTable(
	targetsOf({
		pages: { open, signedIn },
		short: { open: shortOpen, signedIn: shortSignedIn },
		reply,
		vote,
		scripts: await scriptBytes(server.url, shortSignedIn.answer),
		lastToFirst: times.last / times.first,
		crowded,
		similar,
		maxRss: await server.maxRss(),
	}),
)}`);
}
