export { courseFeed as loader } from "#app/sharing/feeds.server.ts";
