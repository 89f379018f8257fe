import type { Child } from 'hono/jsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { summaryOf } from '../../../web/components/field-errors.ts';
import { Held } from '../../../web/components/held.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { formatInstant, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { CorrectForm, type Correction, EndForm } from './my-forms.tsx';
import { type Action, pathOf, wordsOf } from './words.ts';

export type MySignature = {
  action: Action;
  state: 'unconfirmed' | 'confirmed' | 'duplicate' | 'flagged' | 'withdrawn' | 'invalidated';
  reason:
    | 'same-person'
    | 'shared-inbox'
    | 'same-street'
    | 'never-confirmed'
    | 'struck-off'
    | 'bounced'
    | null;
  givenName: string;
  familyName: string;
  email: string;
  zip: string;
  street: string | null;
  /** "District 4", "outside the city", in the reader's language; null while unknown. */
  placeLabel: string | null;
  comment: string;
  shownName: string | null;
  keepInformed: boolean;
  /** The partner whose form asked whether it may write. */
  partner: { name: string; mayWrite: boolean } | null;
  sourceName: string | null;
  receivedAt: Date;
  confirmedAt: Date | null;
  receipt: string | null;
};

export type MyNotice =
  | 'corrected'
  | 'unchanged'
  | 'withdrawn'
  | 'already-withdrawn'
  | 'erased'
  | 'confirmed-first';

export type MyPageProps = {
  shell: Shell;
  kind: Action['kind'];
  /** For /my/:token/{correct,withdraw,erase,data.json}. */
  token: string;
  timeZone: string;
  /** null once erased: we hold nothing. */
  signature: MySignature | null;
  /** What was answered; null where it was a petition. */
  answers: Child | null;
  /** The correction form; null where nothing can be corrected (withdrawn, duplicate, petition closed). */
  correction: Correction | null;
  mayWithdraw: boolean;
  notice: MyNotice | null;
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

export function MyPage(props: MyPageProps) {
  const { shell, kind, signature, notice, correction } = props;
  const words = wordsOf(shell.language, kind).my;
  const errors = correction?.errors ?? [];
  const title = signature ? words.title : words.nothing.title;
  return (
    <Layout shell={shell} title={title} isError={errors.length > 0} noindex>
      <div class="flow column">
        <ErrorSummary
          language={shell.language}
          lines={summaryOf(shell.language, errors, correctable, 'correct')}
        />
        {notice && <Notice news>{words.notice[notice]}</Notice>}
        <h1>{title}</h1>
        {signature ? (
          <WhatWeHold {...props} signature={signature} />
        ) : (
          <p class="lead">{words.nothing.text}</p>
        )}
      </div>
    </Layout>
  );
}

function WhatWeHold(props: MyPageProps & { signature: MySignature }) {
  const { shell, kind, token, signature, correction, mayWithdraw } = props;
  const words = wordsOf(shell.language, kind).my;
  return (
    <>
      <p class="lead">{message(words.lead, { title: signature.action.title }, shell.language)}</p>
      <h2>{words.held.heading}</h2>
      <Held rows={rowsOf(props)} />
      {props.answers}
      <p>
        <a href={`/my/${token}/data.json`} download="undersigned.json">
          {words.download}
        </a>
      </p>
      {correction && (
        <CorrectForm
          shell={shell}
          kind={kind}
          token={token}
          correction={correction}
          partner={signature.partner?.name ?? null}
        />
      )}
      {mayWithdraw && <EndForm shell={shell} kind={kind} token={token} act="withdraw" />}
      <EndForm shell={shell} kind={kind} token={token} act="erase" />
      <p>
        <a href={linkFrom(shell, pathOf(signature.action))}>{words.petition}</a>
      </p>
    </>
  );
}

function rowsOf({
  shell,
  kind,
  timeZone,
  signature,
}: MyPageProps & { signature: MySignature }): [string, Child][] {
  const { language } = shell;
  const words = wordsOf(language, kind).my.held;
  const instant = (at: Date) => (
    <time datetime={at.toISOString()}>{formatInstant(at, timeZone, language)}</time>
  );
  const rows: [string, Child][] = [
    [words.state, stateInWords(shell, signature)],
    [words.givenName, <bdi>{signature.givenName}</bdi>],
    [words.familyName, signature.familyName ? <bdi>{signature.familyName}</bdi> : words.none],
    [words.email, <bdi>{signature.email}</bdi>],
    [words.zip, signature.zip],
    [words.place, signature.placeLabel ?? words.placeUnknown],
    ...(kind === 'petition' ? saidRows(signature, words) : []),
    [words.informed, signature.keepInformed ? words.yes : words.no],
    ...(signature.partner ? [partnerRow(signature.partner, words, language)] : []),
    [words.received, instant(signature.receivedAt)],
  ];
  if (signature.street) rows.splice(5, 0, [words.street, <bdi>{signature.street}</bdi>]);
  if (signature.confirmedAt) rows.push([words.confirmed, instant(signature.confirmedAt)]);
  if (signature.sourceName) rows.push([words.source, signature.sourceName]);
  if (signature.receipt) rows.push([words.receipt, <code>{signature.receipt}</code>]);
  return rows;
}

function partnerRow(
  { name, mayWrite }: NonNullable<MySignature['partner']>,
  words: { partner: string; yes: string; no: string },
  language: Shell['language'],
): [string, Child] {
  return [message(words.partner, { partner: name }, language), mayWrite ? words.yes : words.no];
}

/** What answers have nothing of. */
function saidRows(
  { shownName, comment }: MySignature,
  words: { shown: string; notShown: string; comment: string; none: string },
): [string, Child][] {
  return [
    [words.shown, shownName ? <bdi>{shownName}</bdi> : words.notShown],
    [words.comment, comment ? <bdi>{comment}</bdi> : words.none],
  ];
}

function stateInWords(shell: Shell, { action, state, reason }: MySignature): string {
  const words = wordsOf(shell.language, action.kind).my.state;
  if (state === 'duplicate') return reason === 'shared-inbox' ? words['shared-inbox'] : words.duplicate;
  if (state !== 'invalidated') return words[state];
  if (reason === 'never-confirmed' || reason === 'struck-off' || reason === 'bounced') return words[reason];
  return words.invalidated;
}
