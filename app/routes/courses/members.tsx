import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { canNameRoles } from "#app/courses/policy.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { nameRole } from "#app/members/commands.server.ts";
import { MemberList } from "#app/members/member-list.tsx";
import {
	afterMember,
	findMember,
	findMembers,
	listMembers,
	MEMBERS_PER_PAGE,
} from "#app/members/queries.server.ts";
import { handleSchema, roleSchema, startSchema } from "#app/members/schema.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import {
	rankedCursorFrom,
	rankedCursorText,
} from "#app/platform/postgres/keyset.ts";
import { Field, SelectField } from "#app/ui/field.tsx";
import { FilterForm } from "#app/ui/filter-form.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Onward } from "#app/ui/onward.tsx";
import { Page } from "#app/ui/page.tsx";
import { ROLES } from "#app/visibility/member.ts";
import { useRareWords } from "#app/words/rare-words.ts";
import { useWords } from "#app/words/reader.tsx";

async function ownCourse(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const instructor = signedIn(by, args);
	if (!canNameRoles(instructor)) throw forbidden();
	return { course, instructor };
}

export async function loader(args: LoaderFunctionArgs) {
	const { course } = await ownCourse(args);
	const { searchParams } = new URL(args.request.url);
	const { data: named } = handleSchema.safeParse(searchParams.get("named"));
	const { data: start } = startSchema.safeParse(searchParams.get("start"));
	const after = rankedCursorFrom(searchParams.get("after"));
	const [members, member] = await Promise.all([
		start ? findMembers(course.id, start) : listMembers(course.id, after),
		named ? findMember(course.id, named) : null,
	]);
	const shown = members.slice(0, MEMBERS_PER_PAGE);
	const last = members.length > shown.length ? shown.at(-1) : undefined;
	return {
		pageTitle: await pageTitle(
			args,
			({ members }) => members.title,
			course.title,
		),
		course: courseOnPage(course),
		members: shown,
		named: member,
		start,
		isFirst: !after,
		hasMore: last !== undefined,
		next: last && !start ? rankedCursorText(afterMember(last)) : undefined,
	};
}

export const action = formAction({
	find: findCourse,
	can: ({ by }) => canNameRoles(by),
	schema: roleSchema,
	limit: counting(ACTS),
	async act({ by, course }, { handle, role }) {
		await nameRole(handle, { by, course, role });
		return redirect(
			`${paths.course.members(course.slug)}?named=${handle}`,
			303,
		);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Members() {
	const { course, members, named, start, ...more } =
		useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { roles } = useWords();
	const { members: words } = useRareWords();
	const path = paths.course.members(course.slug);
	return (
		<Page from={[paths.course(course.slug), course.title]} title={words.title}>
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
			<FilterForm path={path} isTyped>
				<label className="grid max-w-220 min-w-100 gap-2">
					<span className="text-small text-muted">{words.start}</span>
					<input key={start} name="start" type="search" defaultValue={start} />
				</label>
			</FilterForm>
			{members.length === 0 && (
				<p className="empty">{start ? words.notFound : words.empty}</p>
			)}
			<MemberList members={members} action={path} />
			{start && more.hasMore && <p className="muted">{words.more}</p>}
			<Onward
				first={start || !more.isFirst ? path : undefined}
				next={more.next && `${path}?after=${more.next}`}
			/>
		</Page>
	);
}
