import { piece } from "#app/platform/postgres/db.server.ts";

export const hasRead = (accountId: number | null) =>
	piece`EXISTS (SELECT 1 FROM lesson_reads WHERE lesson_id = l.id AND user_id = ${accountId})`;
