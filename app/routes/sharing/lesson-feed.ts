export { lessonFeed as loader } from "#app/sharing/feeds.server.ts";
