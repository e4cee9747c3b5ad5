import type { Publication } from "#app/platform/prisma/enums.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

type Props = { action: string; state: Publication; isRemoved: boolean };

export function Publishing({ action, state, isRemoved }: Props) {
	const { publishing } = useRareWords();
	const { states } = useRareWords().courses;
	const isShown = state === "shown";
	const act = (wish: keyof typeof publishing.acts) => (
		<button type="submit" name="wish" value={wish} className="plain link">
			{publishing.acts[wish]}
		</button>
	);
	return (
		<div className="muted facts publishing">
			{isRemoved ? (
				<span>{states.removed}</span>
			) : (
				!isShown && <span>{states[state]}</span>
			)}
			<ActForm action={action} className="facts">
				{!isRemoved && act(isShown ? "hide" : "show")}
				{act(isRemoved ? "restore" : "remove")}
			</ActForm>
		</div>
	);
}
