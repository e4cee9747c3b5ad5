import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FormEvent, useRef } from "react";
import { createAccount, findTaken } from "#app/accounts/commands.server.ts";
import { SIGN_UP } from "#app/accounts/limits.server.ts";
import { proposedHandle } from "#app/accounts/proposed-handle.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { signUpSchema } from "#app/accounts/schema.ts";
import { beginSession, getViewer } from "#app/accounts/sessions.server.ts";
import * as paths from "#app/paths.ts";
import { attempt, failed, readForm } from "#app/platform/forms/form.server.ts";
import { localPath } from "#app/platform/http/local-path.ts";
import { limited, network } from "#app/platform/http/rate-limit.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { findWay } from "#app/questions/on-the-way.server.ts";
import { OnTheWay } from "#app/questions/on-the-way.tsx";
import { Field } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { isKept: true, carries: "little" };

const onwards = ({ url }: Request) =>
	localPath(new URL(url).searchParams.get("redirectTo"), paths.home);

export async function loader(args: LoaderFunctionArgs) {
	const redirectTo = onwards(args.request);
	if (await getViewer(args)) throw redirect(redirectTo);
	const { words } = await readerOf(args);
	return {
		pageTitle: words.accounts.signUp,
		redirectTo,
		way: await findWay(args, redirectTo),
	};
}

const handleFor = ({ name, email }: { name?: unknown; email?: unknown }) =>
	proposedHandle(String(name ?? ""), String(email ?? ""));

/** The valid fields of a form, as they would be stored. */
function rightIn(values: Record<string, string>) {
	const { handle, name, email } = signUpSchema.shape;
	return {
		handle: handle.safeParse(values.handle).data,
		name: name.safeParse(values.name).data,
		email: email.safeParse(values.email).data,
	};
}

export async function action(args: ActionFunctionArgs) {
	const form = await readForm(args.request, signUpSchema);
	const { values } = form;
	const from = network(args.context.address);
	// Limits how often a form may ask who has an account; invalid forms have their own limit.
	const key = form.ok ? from : `wrong ${from}`;
	const retryAfter = await limited(SIGN_UP, key);
	if (retryAfter && form.ok)
		return failed(values, 429, { refusal: "tooFast", retryAfter });
	const offered = !values.handle && handleFor(values);
	const errors = {
		...(!retryAfter && (await findTaken(rightIn(values)))),
		...(!form.ok && form.failure.data.errors),
		...(offered && { handle: "handleOffered" as const }),
	};
	if (offered) values.handle = offered;
	if (!form.ok || Object.keys(errors).length > 0)
		return failed(values, 422, { errors });
	return attempt(values, null, async () => {
		const { id } = await createAccount(form.value, from);
		await beginSession(args, id);
		return redirect(onwards(args.request), 303);
	});
}

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function SignUp() {
	const { redirectTo, way } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { accounts } = useWords();
	// Until another one is typed.
	const offered = useRef(failure?.values.handle ?? "");
	const offer = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
		const values = new FormData(currentTarget);
		const { handle } = currentTarget;
		if (values.get("handle") !== offered.current) return;
		offered.current = handleFor(Object.fromEntries(values));
		if (handle instanceof HTMLInputElement) handle.value = offered.current;
	};
	const query = `?redirectTo=${encodeURIComponent(redirectTo)}`;
	return (
		<Page title={accounts.signUp}>
			{way && <OnTheWay way={way} />}
			<form
				method="post"
				action={`${paths.signUp}${query}`}
				noValidate
				onChange={offer}
			>
				<FormNotice failure={failure} />
				<Field
					label={accounts.name}
					name="name"
					hint={accounts.nameHint}
					autoComplete="name"
					required
					defaultValue={failure?.values.name}
					error={failure?.errors.name}
				/>
				<Field
					label={accounts.email}
					name="email"
					type="email"
					hint={accounts.emailHint}
					autoComplete="username"
					required
					defaultValue={failure?.values.email}
					error={failure?.errors.email}
				/>
				<Field
					label={accounts.password}
					name="password"
					type="password"
					hint={accounts.passwordHint}
					autoComplete="new-password"
					required
					error={failure?.errors.password}
				/>
				<Field
					label={accounts.handle}
					name="handle"
					hint={accounts.handleHint}
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					required
					defaultValue={failure?.values.handle}
					error={failure?.errors.handle}
				/>
				<button type="submit" className="button">
					{accounts.signUp}
				</button>
			</form>
			<p className="muted">
				{accounts.haveAccount}
				<a className="link" href={`${paths.signIn}${query}`}>
					{accounts.signIn}
				</a>
			</p>
		</Page>
	);
}
