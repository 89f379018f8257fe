import { copy } from '../../worker/sharing/pages/copy.ts';
import { type Language, message } from '../language.ts';
import { Qr } from './qr.tsx';

type Draft = { slug: string; kind: 'message' | 'post' | 'email'; subject: string; text: string };

export type ShareTextsProps = {
  slug: string;
  address: string;
  /** The reader's language first. */
  texts: { language: Language; drafts: Draft[] }[];
  language: Language;
};

/** The link, its code, and texts with it, each to be copied. */
export function ShareTexts({ slug, address, texts, language }: ShareTextsProps) {
  const words = copy[language];
  return (
    <>
      <div class="linked">
        <Qr text={address} label={message(words.qr, { address }, language)} />
        <div class="field">
          <label for={`link-${slug}`}>{words.address}</label>
          <input id={`link-${slug}`} type="text" readonly value={address} />
          <CopyButton of={`link-${slug}`} name={words.address} language={language} />
        </div>
      </div>
      {texts.map(({ language: spoken, drafts }) => (
        <details open={spoken === language}>
          <summary>
            <h3>{words.textsIn[spoken]}</h3>
          </summary>
          {drafts.map((draft) => (
            <Text action={slug} draft={draft} spoken={spoken} language={language} />
          ))}
        </details>
      ))}
    </>
  );
}

type TextProps = { action: string; draft: Draft; spoken: Language; language: Language };

function Text({ action, draft, spoken, language }: TextProps) {
  const words = copy[language];
  const id = `text-${action}-${draft.slug}-${spoken}`;
  const { text } = draft;
  return (
    <div class="field">
      <label for={id}>
        {words.kinds[draft.kind]} <span class="unseen">{words.textsIn[spoken]}</span>
      </label>
      {draft.kind === 'email' && (
        <p class="hint" lang={spoken}>
          {message(copy[spoken].subject, { subject: draft.subject }, spoken)}
        </p>
      )}
      <textarea id={id} rows={rowsOf(text)} readonly lang={spoken}>
        {text}
      </textarea>
      <CopyButton of={id} name={words.kinds[draft.kind]} language={language} />
    </div>
  );
}

/** Shown by the script that makes it work. */
export function CopyButton({ of, name, language }: { of: string; name: string; language: Language }) {
  const words = copy[language];
  return (
    <>
      <button
        class="button secondary"
        type="button"
        hidden
        data-copy={of}
        data-done={words.copied}
        data-failed={words.copyFailed}
      >
        {words.copy} <span class="unseen">{name}</span>
      </button>
      <p class="small" id={`${of}-status`} role="status" />
    </>
  );
}

/** About as many as it takes on a phone. */
function rowsOf(text: string): number {
  return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / 50)), 0);
}
