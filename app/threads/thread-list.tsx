import { Prose } from "#app/markdown/prose.tsx";
import type { ListOnPage } from "#app/threads/list-markup.server.tsx";

export const ThreadList = ({ list }: { list: ListOnPage }) => (
	<Prose as="ul" id={list.id} className="threads" html={list.html} />
);
