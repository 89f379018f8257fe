import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Found, Refusal } from '../rules.ts';
import { type Account, AccountTable } from './account-table.tsx';
import { decideCopy } from './decide-copy.ts';
import { pathTo } from './list-page.tsx';
import { oneCopy } from './one-copy.ts';
import { whichCount } from './one-page.tsx';

/** The values that were sent, and the wrong fields. */
export type Typed = { code: string; note: string; wrong: 'code' | 'note' | null };

export type DecidePageProps = {
  frame: ConsoleFrame;
  id: string;
  conditions: string[];
  found: Found;
  account: Account;
  /** The state and numbers of the decision, as hidden fields. */
  seen: string;
  /** The address of whoever asks, and the public reason. Null if nobody has asked yet. */
  request: { who: string; reason: string } | null;
  needsSecond: boolean;
  hasOther: boolean;
  reasons: { value: string; label: string }[];
  typed: Typed;
};

export function DecidePage(props: DecidePageProps) {
  const { frame, id, found, account, request, typed } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = decideCopy[language].decide;
  const title = request ? words.agreeTitle : words.title;
  const before = account.now.confirmed;
  const numbers = {
    ...{ ...found, which: whichCount(found) },
    before: formatNumber(before, language),
    after: formatNumber(before - found.counted, language),
  };
  return (
    <ConsolePage frame={frame} title={title} isError={typed.wrong !== null}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={typed.wrong ? [{ href: `#${typed.wrong}`, text: words[`${typed.wrong}Error`] }] : []}
        />
        <h1>{title}</h1>
        {request && <p class="address">{message(words.askedBy, { who: request.who }, language)}</p>}
        <ul>
          {props.conditions.map((condition) => (
            <li class="address">{condition}</li>
          ))}
        </ul>
        <p>{message(words.will, numbers, language)}</p>
        {request && <p>{message(oneCopy[language].one.reason, { reason: request.reason }, language)}</p>}
        <p>{words.public}</p>
        <AccountTable account={account} language={language} />
        {request ? <AgreeForm {...props} /> : <AskForm {...props} />}
        <p>
          <a href={linkFrom(shell, pathTo(frame, `/${id}`))}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}

function AskForm({ frame, id, seen, needsSecond, hasOther, reasons, typed }: DecidePageProps) {
  const { language } = frame.shell;
  const words = decideCopy[language].decide;
  const choose = { value: '', label: '–' };
  return (
    <ConsoleForm
      shell={frame.shell}
      formToken={frame.formToken}
      action={pathTo(frame, `/${id}/decide`)}
      class="flow"
    >
      <input type="hidden" name="seen" value={seen} />
      <Select
        name="code"
        label={words.reason}
        language={language}
        value={typed.code}
        options={[choose, ...reasons]}
        error={typed.wrong === 'code' ? words.codeError : null}
      />
      <NoteField frame={frame} typed={typed} />
      <p>{needsSecond ? words.second : words.alone}</p>
      {needsSecond && !hasOther && <p>{oneCopy[language].one.noOther}</p>}
      <Button name="decision" value="ask" working={oneCopy[language].do.working}>
        {needsSecond ? words.ask : words.start}
      </Button>
    </ConsoleForm>
  );
}

function AgreeForm({ frame, id, seen, typed }: DecidePageProps) {
  const { language } = frame.shell;
  const words = decideCopy[language].decide;
  return (
    <ConsoleForm
      shell={frame.shell}
      formToken={frame.formToken}
      action={pathTo(frame, `/${id}/decide`)}
      class="flow"
    >
      <input type="hidden" name="seen" value={seen} />
      <NoteField frame={frame} typed={typed} />
      <p class="choices">
        <Button name="decision" value="agree" working={oneCopy[language].do.working}>
          {words.agree}
        </Button>
        <Button name="decision" value="decline" secondary working={oneCopy[language].do.working}>
          {words.decline}
        </Button>
      </p>
    </ConsoleForm>
  );
}

function NoteField({ frame, typed }: Pick<DecidePageProps, 'frame' | 'typed'>) {
  const { language } = frame.shell;
  const words = decideCopy[language].decide;
  return (
    <TextField
      name="note"
      label={words.note}
      hint={words.noteHint}
      language={language}
      value={typed.note}
      error={typed.wrong === 'note' ? words.noteError : null}
    />
  );
}

export type UndoPageProps = {
  frame: ConsoleFrame;
  id: string;
  act: string;
  struck: number;
  isRunning: boolean;
};

export function UndoPage({ frame, id, act, struck, isRunning }: UndoPageProps) {
  const { shell, campaign } = frame;
  const { language } = shell;
  const words = decideCopy[language].undo;
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{message(words.will, { struck }, language)}</p>
        {isRunning && <p>{words.running}</p>}
        <ConsoleForm
          shell={shell}
          formToken={frame.formToken}
          action={`/organize/campaigns/${campaign.slug}/acts/${act}/undo`}
        >
          <input type="hidden" name="back" value={pathTo(frame, `/${id}`)} />
          <Button working={oneCopy[language].do.working}>{words.button}</Button>
        </ConsoleForm>
        <p>
          <a href={linkFrom(shell, pathTo(frame, `/${id}`))}>{decideCopy[language].decide.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}

/** Says that nothing was done, because something has changed. */
export function RefusedPage({ frame, id, why }: { frame: ConsoleFrame; id: string; why: Refusal['reason'] }) {
  const words = decideCopy[frame.shell.language].refused;
  return (
    <ConsolePage frame={frame} title={words.title} isError>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words[why]}</p>
        <p>
          <a href={linkFrom(frame.shell, pathTo(frame, `/${id}`))}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}
