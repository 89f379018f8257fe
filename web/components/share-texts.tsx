import { type Language, message } from '../language.ts';
import { rowsOf } from './copied-text.ts';
import { CopyButton } from './copy-button.tsx';
import { LinkedAddress } from './linked-address.tsx';
import { shareCopy } from './share-copy.ts';

type Draft = { slug: string; kind: 'message' | 'post' | 'email'; subject: string; text: string };

export type ShareTextsProps = {
  slug: string;
  address: string;
  /** The reader's language comes first. */
  texts: { language: Language; drafts: Draft[] }[];
  language: Language;
};

/** The link, its QR code and texts that contain it, each with a copy button. */
export function ShareTexts({ slug, address, texts, language }: ShareTextsProps) {
  const words = shareCopy[language];
  return (
    <>
      <LinkedAddress id={`link-${slug}`} label={words.address} address={address} language={language} />
      {texts.map(({ language: spoken, drafts }) => (
        <details open={spoken === language}>
          <summary>
            <h3>{words.textsIn[spoken]}</h3>
          </summary>
          {drafts.map((draft) => (
            <DraftField action={slug} draft={draft} spoken={spoken} language={language} />
          ))}
        </details>
      ))}
    </>
  );
}

type DraftFieldProps = { action: string; draft: Draft; spoken: Language; language: Language };

function DraftField({ action, draft, spoken, language }: DraftFieldProps) {
  const words = shareCopy[language];
  const id = `text-${action}-${draft.slug}-${spoken}`;
  const { text } = draft;
  return (
    <div class="field">
      <label for={id}>
        {words.kinds[draft.kind]} <span class="unseen">{words.textsIn[spoken]}</span>
      </label>
      {draft.kind === 'email' && (
        <p class="hint" lang={spoken}>
          {message(shareCopy[spoken].subject, { subject: draft.subject }, spoken)}
        </p>
      )}
      <textarea id={id} rows={rowsOf(text)} readonly lang={spoken}>
        {text}
      </textarea>
      <CopyButton of={id} name={words.kinds[draft.kind]} language={language} />
    </div>
  );
}
