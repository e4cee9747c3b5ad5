import { siteUrl } from "#app/platform/env.server.ts";

/** An address as other sites and programs need it. */
export const absolute = (path: string) => siteUrl + path;
