export { answerCard as loader } from "#app/sharing/answer-card.server.ts";
