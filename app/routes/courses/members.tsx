import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { canNameRoles, ROLES } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { nameRole } from "#app/members/commands.server.ts";
import { MemberList } from "#app/members/member-list.tsx";
import { listMembers } from "#app/members/queries.server.ts";
import { roleSchema } from "#app/members/schema.ts";
import { attempt, readForm } from "#app/platform/forms.server.ts";
import { forbidden } from "#app/platform/http.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { Field, SelectField } from "#app/ui/field.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";

async function ownCourse(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canNameRoles(signedIn(by, args))) throw forbidden();
	return course;
}

export async function loader(args: LoaderFunctionArgs) {
	const course = await ownCourse(args);
	const members = await listMembers(course.id);
	const { searchParams } = new URL(args.request.url);
	const named = searchParams.get("named");
	return {
		pageTitle: await pageTitle(
			args,
			({ members }) => members.title,
			course.title,
		),
		course,
		members,
		named: members.find(({ handle }) => handle === named) ?? null,
	};
}

export async function action(args: ActionFunctionArgs) {
	const course = await ownCourse(args);
	const form = await readForm(args.request, roleSchema);
	if (!form.ok) return form.failure;
	const { handle, role } = form.value;
	return attempt(form.values, async () => {
		await nameRole(course.id, handle, role);
		return redirect(`/courses/${course.slug}/members?named=${handle}`, 303);
	});
}

export { meta } from "#app/ui/page.tsx";

export default function Members() {
	const { course, members, named } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { members: words, roles } = useWords();
	const path = `/courses/${course.slug}/members`;
	return (
		<Page from={[`/courses/${course.slug}`, course.title]} title={words.title}>
			<p className="muted">{words.hint}</p>
			{named && !failure && (
				<p className="notice" role="status">
					{words.named(named.name, roles[named.role])}
				</p>
			)}
			<form method="post" action={path} noValidate>
				<FormNotice failure={failure} />
				<Field
					label={words.handle}
					name="handle"
					autoComplete="off"
					autoCapitalize="none"
					spellCheck={false}
					required
					defaultValue={failure?.values.handle}
					error={failure?.errors.handle}
				/>
				<SelectField
					label={words.role}
					name="role"
					defaultValue={failure?.values.role ?? "assistant"}
					error={failure?.errors.role}
					options={ROLES.map((role) => ({ value: role, label: roles[role] }))}
				/>
				<button type="submit" className="button">
					{words.name}
				</button>
			</form>
			{members.length === 0 && <p className="empty">{words.empty}</p>}
			<MemberList members={members} action={path} />
		</Page>
	);
}
