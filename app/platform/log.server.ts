import pino from "pino";
import { env } from "#app/platform/env.server.ts";

/** The server's log: JSON lines on stderr, from LOG_LEVEL up. */
export const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
