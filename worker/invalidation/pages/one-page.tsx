import type { Child } from 'hono/jsx';
import { Button, ButtonLink } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Bar } from '../../../web/components/progress.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Found, InvalidationState } from '../rules.ts';
import { type Account, AccountTable } from './account-table.tsx';
import { copy } from './copy.ts';
import { EvidenceParts, type EvidenceProps } from './evidence-parts.tsx';
import { pathTo } from './list-page.tsx';
import { oneCopy } from './one-copy.ts';

export type OnePageProps = {
  frame: ConsoleFrame;
  id: string;
  state: InvalidationState;
  title: string;
  conditions: string[];
  found: Found;
  covers: string;
  /** How many were received since the count. */
  newer: number;
  /** Who did what and when, oldest first. */
  people: string[];
  reason: string | null;
  /** How many were found at the decision, if much has changed since. */
  changedFrom: number | null;
  struck: number;
  restored: number;
  /** Only while it runs in the background. */
  progress: { done: number; all: number; isStill: boolean } | null;
  account: Account;
  evidence: EvidenceProps['evidence'];
  isOwn: boolean;
  mayInvalidate: boolean;
};

export function OnePage(props: OnePageProps) {
  const { frame, id, found } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = oneCopy[language];
  const hasEvidence = found.found > 0;
  return (
    <ConsolePage frame={frame} title={words.one.title}>
      <div class="flow">
        <p class="small">{props.title}</p>
        <h1>{words.one.title}</h1>
        <ul>
          {props.conditions.map((condition) => (
            <li class="address">{condition}</li>
          ))}
        </ul>
        <Status {...props} />
        <Doing {...props} />
        <AccountTable account={props.account} language={language} />
        {hasEvidence && <EvidenceParts frame={frame} id={id} evidence={props.evidence} />}
      </div>
    </ConsolePage>
  );
}

/** For texts that say how many of the found ones count. */
export function whichCount({ found, counted }: Found): 'all' | 'none' | 'some' {
  if (counted === 0) return 'none';
  return counted === found ? 'all' : 'some';
}

function Status(props: OnePageProps) {
  const { frame, state, found, newer, struck, restored, changedFrom } = props;
  const { language } = frame.shell;
  const words = oneCopy[language].one;
  const isCounted = ['counted', 'asked', 'running', 'cancelled', 'done', 'undone', 'undoing'].includes(state);
  const hasStruck = ['cancelled', 'done', 'undone'].includes(state);
  return (
    <>
      <p>
        <strong>{copy[language].states[state]}</strong>
      </p>
      {props.progress && <Progress {...props} progress={props.progress} />}
      {changedFrom !== null && <Notice>{message(words.changed, { before: changedFrom }, language)}</Notice>}
      {isCounted && <p>{message(words.found, { ...found, which: whichCount(found) }, language)}</p>}
      {hasStruck && <p>{message(words.struck, { struck }, language)}</p>}
      {state === 'undone' && (
        <p>{message(words.restored, { restored, left: struck - restored }, language)}</p>
      )}
      {props.reason !== null && <p>{message(words.reason, { reason: props.reason }, language)}</p>}
      <ul class="small">
        {props.people.map((line) => (
          <li class="address">{line}</li>
        ))}
        <li>{props.covers}</li>
        {newer > 0 && ['counted', 'asked'].includes(state) && (
          <li>{message(words.newer, { n: newer }, language)}</li>
        )}
      </ul>
    </>
  );
}

type ProgressProps = OnePageProps & { progress: NonNullable<OnePageProps['progress']> };

function Progress({ frame, id, state, progress }: ProgressProps) {
  const { shell } = frame;
  const words = oneCopy[shell.language].progress;
  const template = state === 'running' ? words.running : state === 'undoing' ? words.undoing : words.counting;
  const { done, all, isStill } = progress;
  const text = message(
    template,
    { done: formatNumber(done, shell.language), all: formatNumber(all, shell.language) },
    shell.language,
  );
  return (
    <div class="progress">
      <Bar value={done} goal={all} />
      <p>{text}</p>
      <p class="small">
        {!isStill && `${words.refresh} `}
        <a href={linkFrom(shell, pathTo(frame, `/${id}${isStill ? '' : '?still=yes'}`))}>
          {isStill ? words.again : words.still}
        </a>
      </p>
    </div>
  );
}

function Doing({ frame, id, state, found, isOwn, mayInvalidate }: OnePageProps) {
  const { shell } = frame;
  const words = oneCopy[shell.language].do;
  const to = (path: string) => linkFrom(shell, pathTo(frame, `/${id}${path}`));
  const press = (value: string, label: string) => (
    <ConsoleForm shell={shell} formToken={frame.formToken} action={pathTo(frame, `/${id}`)}>
      <input type="hidden" name="seen" value={state} />
      <Button name="decision" value={value} secondary working={words.working}>
        {label}
      </Button>
    </ConsoleForm>
  );
  const parts: Record<InvalidationState, Child[]> = {
    counting: [press('discard', words.discard)],
    counted: [
      found.found > 0 && mayInvalidate && <ButtonLink href={to('/decide')}>{words.invalidate}</ButtonLink>,
      press('again', words.again),
    ],
    asked: isOwn
      ? [press('discard', words.withdraw)]
      : [mayInvalidate && <ButtonLink href={to('/decide')}>{words.decide}</ButtonLink>],
    checking: [press('discard', words.discard)],
    running: [press('cancel', words.cancel)],
    cancelled: [mayInvalidate && <ButtonLink href={to('/undo')}>{words.undo}</ButtonLink>],
    done: [mayInvalidate && <ButtonLink href={to('/undo')}>{words.undo}</ButtonLink>],
    undoing: [],
    undone: [press('again', words.again)],
    discarded: [press('again', words.again)],
  };
  const shown = parts[state].filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <section class="flow" aria-labelledby="doing">
      <h2 id="doing">{words.heading}</h2>
      {state === 'asked' && isOwn && <p>{words.own}</p>}
      {state === 'running' && <p>{words.cancelHint}</p>}
      <div class="presses">{shown}</div>
      {state === 'counted' && <div class="apart">{press('discard', words.discard)}</div>}
    </section>
  );
}
