export { threadFeed as loader } from "#app/sharing/feeds.server.ts";
