import pino from "pino";
import { env } from "#app/platform/env.server.ts";

export const log = pino({ level: env.LOG_LEVEL }, pino.destination(2));
