import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
	attemptsOf,
	checkAttempts,
	countAttempts,
} from "#app/accounts/attempts.server.ts";
import { findByPassword } from "#app/accounts/commands.server.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { isOfResume, type Resume, resumeFrom } from "#app/accounts/resume.ts";
import { signInSchema } from "#app/accounts/schema.ts";
import {
	beginSession,
	getViewer,
	hasJustSignedIn,
} from "#app/accounts/sessions.server.ts";
import { SignInForm } from "#app/accounts/sign-in-form.tsx";
import * as paths from "#app/paths.ts";
import { attempt, failed, readForm } from "#app/platform/forms/form.server.ts";
import { localPath } from "#app/platform/http/local-path.ts";
import { network } from "#app/platform/http/rate-limit.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { findWay } from "#app/questions/on-the-way.server.ts";
import { OnTheWay } from "#app/questions/on-the-way.tsx";
import { OnwardForm } from "#app/ui/onward-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true, carries: "resume" };

export async function loader(args: LoaderFunctionArgs) {
	const { searchParams } = new URL(args.request.url);
	const redirectTo = localPath(searchParams.get("redirectTo"), paths.home);
	if ((await getViewer(args)) && !hasJustSignedIn(args))
		throw redirect(redirectTo);
	const { words } = await readerOf(args);
	return {
		pageTitle: words.accounts.signIn,
		redirectTo,
		ended: searchParams.has("ended"),
		permit: searchParams.get("permit"),
		way: await findWay(args, redirectTo),
	};
}

const isOfSignIn = (name: string) =>
	["email", "password", "redirectTo"].includes(name) || isOfResume(name);

export async function action(args: ActionFunctionArgs) {
	const form = await readForm(args.request, signInSchema, isOfSignIn);
	if (!form.ok) return form.failure;
	const { value, values } = form;
	const attempts = attemptsOf(value.email, args.context.address);
	const count = () => checkAttempts(attempts);
	return attempt(values, count, async () => {
		const account = await findByPassword(value, network(args.context.address));
		// A right guess fails too once concurrent guesses have used up the limit.
		await (account ? checkAttempts(attempts) : countAttempts(attempts));
		if (!account)
			return failed(values, 422, { errors: { form: "signInWrong" } });
		await beginSession(args, account.id);
		const resume = resumeFrom(values);
		const action = localPath(resume?.action, "");
		if (resume && action)
			return { ok: true as const, resume: { ...resume, action } };
		return redirect(localPath(values.redirectTo, paths.home), 303);
	});
}

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function SignIn() {
	const data = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { accounts } = useWords();
	const { asking } = useRareWords();
	if (result?.ok) return <Resumed {...result.resume} />;
	const redirectTo = result?.values.redirectTo ?? data.redirectTo;
	const signUp = `${paths.signUp}?redirectTo=${encodeURIComponent(redirectTo)}`;
	return (
		<Page title={accounts.signIn}>
			{data.ended && !result && (
				<p className="notice" role="alert">
					{accounts.sessionEnded}
				</p>
			)}
			{data.way && (
				<OnTheWay way={data.way}>
					<p className="muted">
						{asking.newHere}
						<a className="link" href={signUp}>
							{asking.signUpFirst}
						</a>
						{asking.back}
					</p>
				</OnTheWay>
			)}
			<SignInForm
				redirectTo={redirectTo}
				failure={result}
				resume={result && resumeFrom(result.values)}
				permit={data.permit}
			/>
			{!data.way && (
				<p className="muted">
					{accounts.noAccount}
					<a className="link" href={signUp}>
						{accounts.signUp}
					</a>
				</p>
			)}
		</Page>
	);
}

/** Gives back the text that waited while its author signed in. */
function Resumed({ action, values }: Resume) {
	const { threads } = useWords();
	return (
		<Page title={threads.resume.title}>
			<p className="muted">{threads.resume.text}</p>
			<OnwardForm
				action={action}
				values={values}
				draftKey={`resume ${action}`}
			/>
		</Page>
	);
}
