import { type ReactNode, useRef } from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { NotDone } from "#app/ui/act-form.tsx";
import { useAct } from "#app/ui/use-act.ts";
import { useWayIn } from "#app/ui/viewer.ts";
import { useWords } from "#app/words/reader.tsx";

type Props = {
	action: string;
	votes: number;
	imported?: number;
	voted: boolean;
	isMeToo?: boolean;
	canVote: boolean | undefined;
	/** Without either, only the count is shown. */
	canSignIn: boolean | undefined;
	/** The id to come back to. */
	place: string;
};

export function VoteButton({
	action,
	votes,
	imported = 0,
	voted,
	isMeToo = false,
	canVote,
	canSignIn,
	place,
}: Props) {
	const { threads, questions } = useWords();
	const fetcher = useAct<{ ok: true; voted: boolean } | Failure>();
	// The page is not reloaded, and a later failure does not undo an earlier success.
	const cast = useRef(voted);
	if (fetcher.data?.ok) cast.current = fetcher.data.voted;
	const asked = fetcher.formData?.get("value");
	const now = asked ? asked === "1" : cast.current;
	const count = votes + Number(now) - Number(voted);
	const title = isMeToo
		? questions.meToo(count)
		: threads.voteTitle(imported, count - imported);
	const number = (
		<>
			{isMeToo && <span>{questions.wonder}</span>}
			<span className="num">{count}</span>
		</>
	);
	if (canSignIn)
		return (
			<SignInLink
				{...{ title, place, isMeToo }}
				label={isMeToo ? undefined : threads.signInToVote(count)}
			>
				{number}
			</SignInLink>
		);
	if (!canVote && isMeToo) return count > 0 && <span>{title}</span>;
	if (!canVote)
		return (
			<span className="votes" title={title}>
				<span className="sr-only">{threads.vote} </span>
				{number}
			</span>
		);
	return (
		<fetcher.Form method="post" action={action}>
			<button
				type="submit"
				name="value"
				value={now ? "0" : "1"}
				className={isMeToo ? "votes me-too" : "votes"}
				aria-pressed={now}
				aria-label={isMeToo ? undefined : threads.voteBy(count)}
				title={title}
			>
				{number}
			</button>
			{fetcher.data && <NotDone result={fetcher.data} />}
		</fetcher.Form>
	);
}

function SignInLink({
	title,
	place,
	isMeToo,
	label,
	children,
}: {
	title: string;
	isMeToo: boolean;
	place: string;
	label: string | undefined;
	children: ReactNode;
}) {
	return (
		<a
			href={useWayIn(paths.signIn, place)}
			rel="nofollow"
			className={isMeToo ? "votes me-too" : "votes"}
			title={title}
			aria-label={label}
		>
			{children}
		</a>
	);
}
