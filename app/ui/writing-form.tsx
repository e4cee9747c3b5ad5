import { Form, useNavigation } from "@remix-run/react";
import {
	type FormEvent,
	Fragment,
	type KeyboardEvent,
	type ReactNode,
	useEffect,
	useId,
	useRef,
	useState,
} from "react";
import { Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { Failure } from "#app/platform/forms/failure.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { type Act, useAct } from "#app/ui/use-act.ts";
import { DraftKey, useDraft, useDraftVersion } from "#app/ui/use-draft.ts";
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
	rows?: number;
};

type Preview = { ok: true; html: string } | Failure;

function useSubmission(action: string, fetcher: Act<Outcome> | undefined) {
	const navigation = useNavigation();
	if (fetcher) {
		const isSending = fetcher.state !== "idle";
		return { isSending, isSent: !isSending && fetcher.data?.ok === true };
	}
	const isOwn = navigation.formAction === action;
	return {
		isSending: isOwn,
		isSent:
			isOwn &&
			navigation.state === "loading" &&
			navigation.location.pathname !== action.split("?", 1)[0],
	};
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
	} = props;
	const words = useWords();
	const id = useId();
	const preview = useAct<Preview>();
	const [isPreviewed, setPreviewed] = useState(false);
	const failure = fetcher?.data?.ok === false ? fetcher.data : props.failure;
	const area = useRef<HTMLTextAreaElement>(null);
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
	const { isSending, isSent } = useSubmission(action, fetcher);
	useEffect(() => {
		if (!isSent) return;
		discard("");
		setPreviewed(false);
	}, [isSent, discard]);

	useEffect(() => {
		if (props.opened) area.current?.focus();
	}, [props.opened]);

	const onSubmit = (event: FormEvent<HTMLFormElement>) => {
		if (isSending) event.preventDefault();
		const { submitter } = event.nativeEvent as SubmitEvent;
		if (submitter?.getAttribute("formaction") !== paths.preview) return;
		event.preventDefault();
		setPreviewed(true);
		preview.submit(event.currentTarget, {
			method: "post",
			action: paths.preview,
		});
	};
	const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
		const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
		if (sends && !event.nativeEvent.isComposing)
			event.currentTarget.form?.requestSubmit();
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
								setPreviewed(false);
								area.current?.focus();
							}}
						>
							{words.forms.discardDraft}
						</button>
					)}
					{onCancel && (
						<button type="button" className="plain" onClick={onCancel}>
							{words.forms.cancel}
						</button>
					)}
					<button type="submit" className="plain" formAction={paths.preview}>
						{preview.state === "idle"
							? words.forms.preview
							: words.forms.previewing}
					</button>
					<button
						type="submit"
						className="button"
						aria-disabled={isSending || undefined}
					>
						{isSending ? words.forms.sending : submit}
					</button>
				</div>
				{isPreviewed && preview.data && (
					<section
						className="border-t border-dashed border-rule-strong pt-8"
						aria-live="polite"
						aria-label={words.threads.previewOf}
					>
						{preview.data.ok ? (
							<Prose id={`${id}-preview`} html={preview.data.html} />
						) : preview.data.errors.body ? (
							<p className="error">
								{sentenceOf(words.errors, preview.data.errors.body)}
							</p>
						) : (
							<FormNotice failure={preview.data} />
						)}
					</section>
				)}
			</Around>
		</DraftKey.Provider>
	);
}
