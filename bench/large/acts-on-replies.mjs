import {
	act,
	always,
	C,
	itself,
	learner,
	longReplies,
	newReply,
	ofReply,
	ofTheThread,
	ofThread,
	other,
	QUESTIONS,
	ROWS,
	replies,
	staff,
	text,
	threads,
	title,
} from "./act.mjs";

/** @typedef {import("./act.mjs").Act} Act */
/** @typedef {import("./act.mjs").Row} Row */

const vote = ofReply("vote");
const removal = ofReply("removal");
const pin = ofReply("pin");
const promotion = ofReply("promotion");
const toThread = ofThread("replies");
const VOTE = always({ value: "1" });
const REMOVED = always({ removed: "true" });
const RESTORED = always({ removed: "false" });
const ENDORSED = always({ endorsed: "true" });
const CHECK_IN = newReply(() => ({ body: "打卡" }));
const ANSWER = newReply(({ id }) => ({ parentId: String(id) }));
const POSITION = newReply(() => ({ position: "同意" }));
const NOTE = always({
	pinned: "true",
	kind: "answer",
	shortForm: "要点在此。",
	blockId: "",
});
const titled = () => ({ title: title() });
/** @param {Row} row */
const edited = ({ source, version }) => ({
	body: `${text(40)}${source}`,
	version: String(version),
});
/** @param {Row} row */
const checked = ({ version }) => ({
	checked: "true",
	revision: "1",
	version: String(version),
});

const TOPICS = threads("t.kind = 'topic' AND t.reply_count < 100");
const VOTED = replies(
	"r.cast_votes > 0",
	"(SELECT max(voter_id) FROM reply_votes WHERE reply_id = r.id)",
);
const OWN_REMOVED = `SELECT r.id, r.author_id AS actor FROM replies r JOIN threads t ON t.id = r.thread_id
	WHERE t.course_id = 1 AND t.visibility = 'shown' AND r.visibility <> 'shown' AND NOT r.hidden_by_staff
	ORDER BY r.id DESC LIMIT ${ROWS}`;
const LONG_REMOVED = longReplies().replace(
	"r.visibility = 'shown'",
	"r.visibility <> 'shown'",
);
const TO_ACCEPT = replies(
	"r.accepted_at IS NULL AND t.kind = 'question' AND r.author_id <> t.author_id",
	"t.author_id",
);
const ACCEPTED = replies("r.accepted_at IS NOT NULL", "t.author_id");
const OF_LESSON = "t.kind = 'lesson' AND r.root_id IS NULL";
const TO_PIN =
	replies(`${OF_LESSON} AND NOT EXISTS (SELECT 1 FROM pins WHERE reply_id = r.id)
	AND (SELECT count(*) FROM pins WHERE thread_id = t.id AND unpinned_at IS NULL) < 2`);
const NOTES = replies(
	"EXISTS (SELECT 1 FROM pins WHERE reply_id = r.id AND unpinned_at IS NULL AND block_id IS NOT NULL)",
);
const WITH_ANSWERS = "r.root_id IS NULL AND r.under_count > 0";
const TO_SETTLE = `SELECT t.number, (
		SELECT r.id FROM threads m JOIN replies r ON r.thread_id = m.id AND r.visibility = 'shown' AND r.promoted_to_id IS NULL
		WHERE m.course_id = 1 AND m.kind = 'question' AND NOT m.is_private AND m.visibility = 'shown' AND m.settled_count > 0 LIMIT 1
	) AS answer
	FROM threads t WHERE t.course_id = 1 AND t.kind = 'question' AND t.visibility = 'shown' AND t.settled_at IS NULL
		AND t.settled_count = 0 AND t.state = 'discussed' ORDER BY t.id DESC LIMIT ${ROWS}`;

/** Acts on replies. @type {Act[]} */
export const ACTS_ON_REPLIES = [
	act("vote", other, vote, VOTE, replies("r.author_id > 60")),
	act("vote, long thread", other, vote, VOTE, longReplies()),
	act("vote taken back", itself, vote, always({ value: "0" }), VOTED),
	act("reply to a question", learner, toThread, newReply(), QUESTIONS),
	act("reply to a topic", learner, toThread, newReply(), TOPICS),
	act(
		"reply, long thread",
		learner,
		ofTheThread("long", "replies"),
		newReply(),
	),
	act(
		"answer to a reply, long thread",
		learner,
		toThread,
		ANSWER,
		longReplies("r.root_id IS NULL"),
	),
	act("check-in", learner, ofTheThread("check_ins", "replies"), CHECK_IN),
	act(
		"reply with a position",
		learner,
		ofTheThread("positions", "replies"),
		POSITION,
	),
	act("answer of staff", staff, toThread, newReply(), QUESTIONS),
	act("reply edited", itself, ofReply("edit"), edited, replies()),
	act(
		"reply edited, long thread",
		itself,
		ofReply("edit"),
		edited,
		longReplies(),
	),
	act("reply removed", itself, removal, REMOVED, replies()),
	act("reply restored", itself, removal, RESTORED, OWN_REMOVED),
	act("reply removed, long thread", staff, removal, REMOVED, longReplies()),
	act("reply restored, long thread", staff, removal, RESTORED, LONG_REMOVED),
	act(
		"reply accepted",
		itself,
		ofReply("acceptance"),
		always({ accepted: "true" }),
		TO_ACCEPT,
	),
	act(
		"acceptance taken back",
		itself,
		ofReply("acceptance"),
		always({ accepted: "false" }),
		ACCEPTED,
	),
	act(
		"reply endorsed",
		staff,
		ofReply("endorsement"),
		ENDORSED,
		replies("r.endorsed_at IS NULL"),
	),
	act(
		"reply endorsed, long thread",
		staff,
		ofReply("endorsement"),
		ENDORSED,
		longReplies("r.root_id IS NULL AND r.endorsed_at IS NULL"),
	),
	act(
		"endorsement taken back",
		staff,
		ofReply("endorsement"),
		always({ endorsed: "false" }),
		replies("r.endorsed_at IS NOT NULL"),
	),
	act(
		"word said",
		staff,
		ofReply("word"),
		always({ kind: "caveat", text: "只在数据足够多时成立。" }),
		replies(),
	),
	act("reply pinned into the lesson", staff, pin, NOTE, TO_PIN),
	act("note placed", staff, ofReply("place"), always({ place: "1" }), NOTES),
	act("note checked", staff, ofReply("note"), checked, NOTES),
	act("reply unpinned", staff, pin, always({ pinned: "false" }), NOTES),
	act(
		"reply asks nothing",
		staff,
		ofReply("asking"),
		always({ isQuestion: "false" }),
		replies("r.asks"),
	),
	act(
		"reply made a question",
		staff,
		promotion,
		titled,
		replies(`${OF_LESSON} AND ${WITH_ANSWERS}`),
	),
	act(
		"reply made a question, long thread",
		staff,
		promotion,
		titled,
		longReplies(WITH_ANSWERS),
	),
	act(
		"question settled",
		staff,
		(row) => `${C}/replies/${row.answer}/settlement`,
		({ number }) => ({ [`question-${number}`]: "on" }),
		TO_SETTLE,
	),
];
