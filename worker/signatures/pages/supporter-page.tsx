import type { Child } from 'hono/jsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { summaryOf } from '../../../web/components/field-errors.ts';
import { Held } from '../../../web/components/held.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { formatInstant, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SignatureState } from '../../actions/account-rules.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import type { SignatureReason } from '../rules.ts';
import { copy } from './copy.ts';
import { newLinkCopy } from './new-link-copy.ts';
import { type Preview, PublicPreview } from './public-preview.tsx';
import { supporterCopy } from './supporter-copy.ts';
import { CorrectForm, type Correction, EndForm } from './supporter-forms.tsx';

export type HeldSignature = {
  state: SignatureState;
  reason: SignatureReason | null;
  givenName: string;
  familyName: string;
  email: string;
  zip: string;
  street: string | null;
  /** "District 4", "outside the city", in the reader's language; null while unknown. */
  placeLabel: string | null;
  comment: string;
  preview: Preview;
  keepInformed: boolean;
  /** The partner whose form asked whether it may write. */
  partner: { name: string; mayWrite: boolean } | null;
  sourceName: string | null;
  receivedAt: Date;
  confirmedAt: Date | null;
  /** Names the confirmation in what is stored. Not the receipt for the count, which is a file. */
  reference: string | null;
};

export const supporterNotices = [
  'corrected',
  'unchanged',
  'withdrawn',
  'already-withdrawn',
  'erased',
] as const;
export type SupporterNotice = (typeof supporterNotices)[number];

export type SupporterPageProps = {
  shell: Shell;
  words: SupporterWords;
  /** For /my/:token/{correct,withdraw,erase,data.json}. */
  token: string;
  timeZone: string;
  /** What was signed or answered. */
  action: { title: string; path: string };
  /** null once erased, because nothing is stored then. */
  signature: HeldSignature | null;
  /** What features store beside the signature, such as answers. */
  sections: Child[];
  /** The correction form; null if nothing can be corrected (withdrawn, duplicate, closed). */
  correction: Correction | null;
  mayWithdraw: boolean;
  notice: SupporterNotice | null;
};

const correctable = [
  'given_name',
  'family_name',
  'show_name',
  'zip',
  'district',
  'comment',
  'keep_informed',
  'partner_contact',
];

export function SupporterPage(props: SupporterPageProps) {
  const { shell, signature, notice, correction } = props;
  const common = supporterCopy[shell.language];
  const words = props.words.supporterPage;
  const errors = correction?.errors ?? [];
  const title = signature ? words.title : common.nothing;
  const notices = { ...common.notice, ...words.notice };
  return (
    <Layout shell={shell} title={title} isError={errors.length > 0} noindex>
      <div class="flow own">
        <ErrorSummary
          language={shell.language}
          lines={summaryOf(shell.language, errors, correctable, 'correct')}
        />
        {notice && <Notice news>{notices[notice]}</Notice>}
        <h1>{title}</h1>
        {signature ? <WhatWeHold {...props} signature={signature} /> : <p class="lead">{words.nothing}</p>}
        {!signature && <ToAction {...props} />}
      </div>
    </Layout>
  );
}

type HeldProps = SupporterPageProps & { signature: HeldSignature };

function WhatWeHold(props: HeldProps) {
  const { shell, token, action, signature, correction, mayWithdraw } = props;
  const common = supporterCopy[shell.language];
  const words = props.words.supporterPage;
  const eraseText = isCounted(signature) ? words.erase.text : words.erase.uncounted;
  return (
    <>
      <p class="lead">{message(words.lead, { title: action.title }, shell.language)}</p>
      <div class="beside">
        <div class="flow">
          <h2>{common.held.heading}</h2>
          <Held rows={rowsOf(props)} />
          {props.sections}
          <p>
            <a href={`/my/${token}/data.json`} download="undersigned.json">
              {common.download}
            </a>
          </p>
        </div>
        <div class="flow">
          {correction && (
            <>
              <h2>{words.correct.heading}</h2>
              <CorrectForm
                shell={shell}
                words={props.words}
                path={`/my/${token}/correct`}
                correction={correction}
                email={mayWithdraw ? words.correct.email : copy[shell.language].change.email}
                partner={signature.partner?.name ?? null}
                buttons={common.correct}
              />
            </>
          )}
          {mayWithdraw && (
            <EndForm
              shell={shell}
              path={`/my/${token}/withdraw`}
              words={{ ...common.withdraw, ...words.withdraw }}
            />
          )}
          <EndForm shell={shell} path={`/my/${token}/new-link`} words={newLinkCopy[shell.language].own} />
          <EndForm
            shell={shell}
            path={`/my/${token}/erase`}
            words={{ ...common.erase, ...words.erase, text: eraseText }}
          />
          <ToAction {...props} />
        </div>
      </div>
    </>
  );
}

function ToAction({ shell, words, action }: SupporterPageProps) {
  return (
    <p>
      <a href={linkFrom(shell, action.path)}>{words.supporterPage.toAction}</a>
    </p>
  );
}

function rowsOf({ shell, words, timeZone, signature }: HeldProps): [string, Child][] {
  const { language } = shell;
  const labels = supporterCopy[language].held;
  const instant = (at: Date) => (
    <time datetime={at.toISOString()}>{formatInstant(at, timeZone, language)}</time>
  );
  const rows: [string, Child][] = [
    [labels.state, stateInWords(shell, words, signature)],
    [labels.givenName, <bdi>{signature.givenName}</bdi>],
    [labels.familyName, signature.familyName ? <bdi>{signature.familyName}</bdi> : labels.none],
    [labels.email, <bdi>{signature.email}</bdi>],
    [labels.zip, signature.zip],
    [
      isCounted(signature) ? labels.place : labels.placeUncounted,
      signature.placeLabel ?? labels.placeUnknown,
    ],
    ...publicRows(signature, words, shell),
    [labels.informed, signature.keepInformed ? labels.yes : labels.no],
    ...(signature.partner ? [partnerRow(signature.partner, shell)] : []),
    [words.supporterPage.received, instant(signature.receivedAt)],
  ];
  if (signature.street) rows.splice(5, 0, [labels.street, <bdi>{signature.street}</bdi>]);
  if (signature.confirmedAt) rows.push([labels.confirmed, instant(signature.confirmedAt)]);
  if (signature.sourceName) rows.push([labels.source, signature.sourceName]);
  if (signature.reference) rows.push([labels.reference, <code>{signature.reference}</code>]);
  return rows;
}

function isCounted({ state }: HeldSignature): boolean {
  return state === 'confirmed';
}

function partnerRow(
  { name, mayWrite }: NonNullable<HeldSignature['partner']>,
  { language }: Shell,
): [string, Child] {
  const labels = supporterCopy[language].held;
  return [message(labels.partner, { partner: name }, language), mayWrite ? labels.yes : labels.no];
}

/** What is public; nothing if the kind of action shows no names. */
function publicRows(
  { preview, comment }: HeldSignature,
  { publicName }: SupporterWords,
  { language }: Shell,
): [string, Child][] {
  if (!publicName) return [];
  const labels = supporterCopy[language].held;
  return [
    [
      publicName.heading,
      <PublicPreview preview={preview} nothing={publicName.nameHidden} language={language} />,
    ],
    [labels.comment, comment ? <bdi>{comment}</bdi> : labels.none],
  ];
}

function stateInWords(
  { language }: Shell,
  { supporterPage }: SupporterWords,
  { state, reason }: HeldSignature,
): string {
  const words = { ...supporterCopy[language].state, ...supporterPage.state };
  if (state === 'duplicate') {
    return reason === 'shared-inbox' || reason === 'found-same' ? words[reason] : words.duplicate;
  }
  if (state !== 'invalidated') return words[state];
  if (reason === 'never-confirmed' || reason === 'struck-off' || reason === 'bounced') return words[reason];
  return words.invalidated;
}
