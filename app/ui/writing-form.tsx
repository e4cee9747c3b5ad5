import { Form } from "@remix-run/react";
import {
	type FormEvent,
	Fragment,
	type KeyboardEvent,
	type ReactNode,
	type RefObject,
	Suspense,
	useEffect,
	useId,
	useRef,
	useState,
} from "react";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { late } from "#app/ui/late-code.tsx";
import { Tools } from "#app/ui/tools.tsx";
import type { Act } from "#app/ui/use-act.ts";
import { DraftKey, useDraft, useDraftVersion } from "#app/ui/use-draft.ts";
import { useSubmission } from "#app/ui/use-submission.ts";
import { useWords } from "#app/words/reader.tsx";
import { sentenceOf } from "#app/words/sentence.ts";

type Outcome = { ok: true } | Failure;

type Props = {
	action: string;
	draftKey: string;
	version?: number;
	label: string;
	placeholder?: string;
	/** Under the text while the draft says nothing. */
	hint?: string;
	submit: string;
	initial?: string;
	hidden?: Record<string, string>;
	failure?: Failure;
	named?: string[];
	/** With it the form stays on the page; without, it goes where the answer leads. */
	fetcher?: Act<Outcome>;
	onCancel?: () => void;
	children?: ReactNode;
	below?: ReactNode;
	opened?: boolean;
	fieldId?: string;
	back?: string;
	/** For a page that shows its own preview, and follows the text. */
	area?: RefObject<HTMLTextAreaElement>;
	onText?: (text: string) => void;
	onPreview?: () => void;
	rows?: number;
};

const Preview = late(() => import("#app/ui/late/preview.tsx"));

function useSending(action: string, fetcher: Act<Outcome> | undefined) {
	const navigation = useSubmission(action);
	if (!fetcher) return navigation;
	const isSending = fetcher.state !== "idle";
	return { isSending, isSent: !isSending && fetcher.data?.ok === true };
}

/** Ctrl/⌘+Enter sends it; Enter alone never does, as input methods use it. */
export function WritingForm(props: Props) {
	const {
		action,
		draftKey,
		version,
		label,
		placeholder,
		submit,
		initial = "",
		hidden = {},
		fetcher,
		onCancel,
		children,
		onText,
		onPreview,
	} = props;
	const words = useWords();
	const ownId = useId();
	const id = props.fieldId ?? ownId;
	const [asked, setAsked] = useState(0);
	const failure = fetcher?.data?.ok === false ? fetcher.data : props.failure;
	const ownArea = useRef<HTMLTextAreaElement>(null);
	const area = props.area ?? ownArea;
	const begun = props.failure?.values.body;
	const draft = useDraft(draftKey, area, initial, begun);
	const { discard } = draft;
	const refusedVersion = failure?.details.version ?? failure?.values.version;
	const edit = useDraftVersion(
		draftKey,
		version,
		refusedVersion === undefined ? refusedVersion : Number(refusedVersion),
	);
	// A new round remounts the fields without their drafts.
	const [round, setRound] = useState(0);
	const { isSending, isSent } = useSending(action, fetcher);
	useEffect(() => {
		if (!isSent) return;
		discard("");
		setAsked(0);
	}, [isSent, discard]);

	useEffect(() => onText?.(draft.text), [onText, draft.text]);

	useEffect(() => {
		if (props.opened) area.current?.focus();
	}, [props.opened]);

	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		if (isSending) event.preventDefault();
		const { submitter } = event.nativeEvent as SubmitEvent;
		if (submitter?.getAttribute("formaction") !== paths.preview) return;
		event.preventDefault();
		if (onPreview) onPreview();
		else setAsked(asked + 1);
	};
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		if (event.nativeEvent.isComposing) return;
		const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
		if (sends) event.currentTarget.form?.requestSubmit();
		if (event.key === "Escape") onCancel?.();
	};

	const Around = fetcher?.Form ?? Form;
	const error = failure?.errors.body;
	return (
		<DraftKey.Provider value={draftKey}>
			<Around
				method="post"
				action={action}
				className="write"
				onSubmit={onSubmit}
				onChange={edit.keep}
			>
				<FormNotice failure={failure} />
				{Object.entries({ ...hidden, to: action }).map(([name, value]) => (
					<input key={name} type="hidden" name={name} value={value} />
				))}
				{edit.version !== undefined && (
					<input type="hidden" name="version" value={edit.version} />
				)}
				<Fragment key={`above ${round}`}>{children}</Fragment>
				<label htmlFor={id}>{label}</label>
				<Tools area={area} />
				<textarea
					ref={area}
					id={id}
					name="body"
					value={draft.text}
					onChange={(event) => draft.write(event.target.value)}
					onKeyDown={onKeyDown}
					placeholder={placeholder}
					rows={props.rows ?? 6}
					aria-invalid={error ? true : undefined}
					aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}
				/>
				{error && (
					<p id={`${id}-error`} className="error">
						{sentenceOf(words.errors, error)} {props.named?.join(" ")}
					</p>
				)}
				<Fragment key={`below ${round}`}>{props.below}</Fragment>
				<div className="row">
					<p
						id={`${id}-hint`}
						className="hint me-auto max-[30rem]:basis-full"
						aria-live="polite"
					>
						{draft.state === "brought back"
							? words.forms.draftBack
							: draft.state === "kept"
								? words.forms.draftKept
								: (props.hint ?? words.forms.markdownHint)}
						{draft.state === "none" && (
							<span className="keys">{words.forms.keysHint}</span>
						)}
					</p>
					{draft.state === "brought back" && (
						<button
							type="button"
							className="plain"
							onClick={() => {
								discard(initial);
								edit.begin();
								setRound(round + 1);
								setAsked(0);
								area.current?.focus();
							}}
						>
							{words.forms.discardDraft}
						</button>
					)}
					{props.back && (
						<a className="plain" href={props.back}>
							{words.forms.cancel}
						</a>
					)}
					{onCancel && (
						<button type="button" className="plain" onClick={onCancel}>
							{words.forms.cancel}
						</button>
					)}
					<button type="submit" className="plain" formAction={paths.preview}>
						{words.forms.preview}
					</button>
					<button
						type="submit"
						className="button"
						aria-disabled={isSending || undefined}
					>
						{isSending ? words.forms.sending : submit}
					</button>
				</div>
				{asked > 0 && (
					<Suspense>
						<Preview area={area} text={draft.text} asked={asked} />
					</Suspense>
				)}
			</Around>
		</DraftKey.Provider>
	);
}
