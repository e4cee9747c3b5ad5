import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { findTermOf } from "#app/glossary/queries.server.ts";
import { listBlockChoices } from "#app/lessons/queries.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import { excerpt, excerptSource } from "#app/markdown/render.server.ts";
import { blockBegunAt, pinBegunAt } from "#app/notes/begun-at.ts";
import { pinReply, unpinReply } from "#app/notes/commands.server.ts";
import { guessKind, quotedBlock } from "#app/notes/guesses.ts";
import { KindField, TermOfNote } from "#app/notes/kind-fields.tsx";
import { SHORT_FORM_MAX } from "#app/notes/limits.ts";
import { PlaceField, placeId, UNCHOSEN } from "#app/notes/place-field.tsx";
import { findPin } from "#app/notes/queries.server.ts";
import { pinSchema } from "#app/notes/schema.ts";
import * as paths from "#app/paths.ts";
import { done } from "#app/platform/http/request.server.ts";
import { findAnchor } from "#app/questions/anchors.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { canPinReply } from "#app/replies/policy.ts";
import { findReplyFor } from "#app/replies/reply-form.server.ts";
import { DraftTextField } from "#app/ui/draft-field.tsx";
import { DraftForm } from "#app/ui/draft-form.tsx";
import { FormEnd } from "#app/ui/form-end.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

const PROPOSED = 120;
const LOOKED_AT = 1000;
/** Characters that name a block to those who do not see it. */
const NAME = 60;

export async function loader(args: LoaderFunctionArgs) {
	const { course, reply, thread } = await findReplyFor(args, canPinReply);
	const begun = pinBegunAt(args, course.slug, reply.id);
	const [pin, blocks, term, anchor] = await Promise.all([
		findPin(reply.id),
		thread.lessonId === null ? [] : listBlockChoices(thread.lessonId),
		findTermOf(reply.id),
		thread.kind === "question" ? findAnchor(reply.threadId) : null,
	]);
	return {
		pageTitle: await pageTitle(
			args,
			({ threads: { pinForm } }) =>
				pin?.isPinned ? pinForm.editTitle : pinForm.title,
			thread.title,
		),
		title: thread.title,
		path: paths.reply(course.slug, reply.id),
		formAction: paths.reply.pin(course.slug, reply.id) + begun.query,
		back: begun.back,
		html: keepProse(args.context, "pinned", reply.html),
		proposed: excerptSource(reply.html, PROPOSED),
		pin,
		kind: guessKind(excerpt(reply.html, LOOKED_AT), thread.kind),
		blockId: pin
			? pin.blockId
			: (blockBegunAt(args) ??
				anchor?.blockId ??
				quotedBlock(reply.html, blocks)),
		blocks: blocks.map(({ id, html, text }) => ({
			id,
			name: text.slice(0, NAME),
			html: keepProse(args.context, placeId(id), html),
		})),
		term,
	};
}

export const action = formAction({
	find: (args) => findReply(args, { evenRemoved: true }),
	can: ({ by, reply, thread }) => canPinReply(by, reply, thread),
	schema: pinSchema,
	limit: counting(ACTS),
	async act({ by, course, reply }, { pinned, kind, ...note }, args) {
		if (!pinned || !kind) {
			await unpinReply(reply, { by, course });
			const back = paths.reply(course.slug, reply.id);
			return done(args, { ok: true as const }, back);
		}
		await pinReply(reply, { by, course, kind, ...note });
		return redirect(pinBegunAt(args, course.slug, reply.id).onward);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function PinReply() {
	const {
		title,
		path,
		formAction,
		back,
		html,
		proposed,
		pin,
		kind: guessed,
		blockId,
		blocks,
		term,
	} = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { threads, forms } = useWords();
	const { pinForm } = threads;
	const failure = result && !result.ok ? result : undefined;
	const kept = failure?.values;
	const wanted = kept?.blockId ?? String(blockId ?? "");
	// Otherwise none would be selected and the note lost.
	const isThere = !wanted || blocks.some(({ id }) => String(id) === wanted);
	return (
		<Page
			from={[path, title]}
			title={pin?.isPinned ? pinForm.editTitle : pinForm.title}
		>
			<blockquote className="answered">
				<Prose id="pinned" html={html} />
			</blockquote>
			<DraftForm action={formAction}>
				<FormNotice failure={failure} />
				<input type="hidden" name="pinned" value="true" />
				<KindField kind={pin?.kind ?? guessed} failure={failure} />
				{pin?.goneHtml && (
					<figure className="passage">
						<figcaption className="muted">{pinForm.gone}</figcaption>
						<Prose id="gone" html={pin.goneHtml} />
					</figure>
				)}
				{blocks.length > 0 && (
					<PlaceField
						blocks={blocks}
						chosen={isThere ? wanted : UNCHOSEN}
						error={failure?.errors.blockId}
					/>
				)}
				<DraftTextField
					label={pinForm.shortForm}
					name="shortForm"
					rows={3}
					initial={pin?.shortForm ?? proposed}
					begun={kept?.shortForm}
					hint={pinForm.shortFormHint(SHORT_FORM_MAX)}
					error={failure?.errors.shortForm}
				/>
				<TermOfNote term={term} failure={failure} />
				<FormEnd back={back}>
					<button type="submit" className="button cinnabar">
						{pin?.isPinned ? forms.save : pinForm.submit}
					</button>
				</FormEnd>
			</DraftForm>
		</Page>
	);
}
