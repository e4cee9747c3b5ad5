import {
	act,
	always,
	at,
	C,
	itself,
	learner,
	newThread,
	ofThread,
	other,
	QUESTIONS,
	ROWS,
	staff,
	threads,
	title,
} from "./act.mjs";

/** @typedef {import("./act.mjs").Act} Act */
/** @typedef {import("./act.mjs").Row} Row */

const vote = ofThread("vote");
const removal = ofThread("removal");
const start = at(`${C}/threads/new`);
const VOTE = always({ value: "1" });
const LOCKED = always({ locked: "true" });
/** @param {Row} row */
const edited = ({ source, version }) => ({
	title: title(),
	body: source,
	version: String(version),
});

const VOTED = threads(
	"t.kind = 'question' AND NOT t.is_private AND t.vote_count > 0",
	"(SELECT max(voter_id) FROM thread_votes WHERE thread_id = t.id)",
);
const SETTLING = threads("t.settled_count > 0 AND NOT t.is_private");
const PASSAGES = `
	SELECT b.id, l.number, left(b.text, 20) AS quote FROM blocks b JOIN lessons l ON l.id = b.lesson_id
	WHERE l.course_id = 1 AND b.position IS NOT NULL AND b.kind = 'paragraph' ORDER BY b.id LIMIT ${ROWS}`;
const REMOVED = QUESTIONS.replace(
	"t.visibility = 'shown'",
	"t.visibility <> 'shown'",
);
/** The small set has few private questions, so some others are made private. */
const HIDDEN = `
	WITH chosen AS (${QUESTIONS})
	UPDATE threads t SET is_private = true FROM chosen WHERE t.id = chosen.id RETURNING t.number, t.author_id AS actor`;
const aboutPassage = newThread("question", ({ id, number, quote }) => ({
	lesson: String(number),
	blockId: String(id),
	start: "0",
	quote,
}));

/** A small set has few, so this takes back the last run's proposals. */
const PROPOSABLE = `
	WITH again AS (${threads("t.is_private")})
	UPDATE threads t SET publish_proposed_at = NULL, publish_declined_at = NULL FROM again WHERE t.id = again.id
	RETURNING again.*`;

/** Acts on questions and other threads. @type {Act[]} */
export const ACTS_ON_THREADS = [
	act("vote for a question", other, vote, VOTE, QUESTIONS),
	act("vote for a question that settles others", other, vote, VOTE, SETTLING),
	act(
		"vote for a question taken back",
		itself,
		vote,
		always({ value: "0" }),
		VOTED,
	),
	act("question asked", learner, start, newThread("question")),
	act("question about a passage asked", learner, start, aboutPassage, PASSAGES),
	act("topic started", learner, start, newThread("topic")),
	act("announcement made", staff, start, newThread("announcement")),
	act("question edited", itself, ofThread("edit"), edited, QUESTIONS),
	act(
		"question solved",
		itself,
		ofThread("solution"),
		always({ solved: "true" }),
		threads("t.state = 'follow_up'"),
	),
	act(
		"question opened again",
		staff,
		ofThread("settlement"),
		always({ closed: "false" }),
		threads("t.settled_at IS NOT NULL"),
	),
	act(
		"question claimed",
		staff,
		ofThread("claim"),
		always({ claimed: "true" }),
		threads("t.state = 'waiting' AND t.claimed_at IS NULL"),
	),
	act(
		"publication proposed",
		staff,
		ofThread("proposal"),
		always({ proposed: "true" }),
		PROPOSABLE,
	),
	act(
		"question published",
		itself,
		ofThread("publication"),
		always({ published: "true" }),
		HIDDEN,
	),
	act(
		"thread locked",
		staff,
		ofThread("lock"),
		LOCKED,
		threads("t.kind = 'topic'"),
	),
	act("thread removed", staff, removal, always({ removed: "true" }), QUESTIONS),
	act("thread restored", staff, removal, always({ removed: "false" }), REMOVED),
	act(
		"thinking question set",
		staff,
		ofThread("settings"),
		always({ asks: "standard", positions: "" }),
		threads("t.kind = 'thinking' AND t.position = 2"),
	),
];
