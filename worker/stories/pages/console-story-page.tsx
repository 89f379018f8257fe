import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import {
  type NotShown,
  type Pay,
  pays,
  type SheetUse,
  type StopReason,
  sheetUses,
  stopReasons,
  type Use,
} from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { type StateNow, stateWords } from './console-page.tsx';
import { type ShownStory, StoryText } from './story-text.tsx';

export type StoryConsoleProps = {
  frame: ConsoleFrame;
  back: string;
  /** The address of this page; its forms lead below it. */
  path: string;
  number: number;
  partner: string;
  invitedOn: string;
  state: StateNow;
  stopReason: StopReason | null;
  stoppedAt: Date | null;
  hasText: boolean;
  version: number;
  isLookedAt: boolean;
  consents: readonly { use: Use; why: NotShown | null; from: string; until: string }[];
  sheets: readonly { id: number; use: SheetUse; on: string; isBack: boolean }[];
  pay: { state: Pay; cents: number };
  may: { open: boolean; guide: boolean; pay: boolean; take: boolean };
  /** Only in the answer to the press that opened it. */
  opened: ShownStory | null;
  notice: 'changed' | null;
  payError: boolean;
  /** Why to stop it was not chosen. */
  stopError: boolean;
  payTyped: { state: Pay; amount: string } | null;
  /** With the form that takes a sheet: this page has asked for the passkey. */
  isTaking: boolean;
};

export function StoryConsole(props: StoryConsoleProps) {
  const { frame, back, notice, number, partner, invitedOn, state, stopReason, may, payError, stopError } =
    props;
  const { shell } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy.one;
  const title = message(copy.number, { number: String(number) }, language);
  const values = { partner, date: formatDate(invitedOn, language), state: stateWords(state, language) };
  return (
    <ConsolePage frame={frame} title={title} isError={payError || stopError}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={[
            ...(payError ? [{ href: '#amount', text: copy.pay.error }] : []),
            ...(stopError ? [{ href: '#reason-stop', text: words.whyMissing }] : []),
          ]}
        />
        <p class="small">
          <a href={linkFrom(shell, back)}>{words.back}</a>
        </p>
        <h1>{title}</h1>
        {notice && (
          <p class="notice" role="status">
            {words.changed}
          </p>
        )}
        <p>
          {message(words.facts, values, language)} {stopReason && `${copy.reasons[stopReason]}.`}
        </p>
        <Allowed {...props} />
        {props.hasText && may.open && <Text {...props} />}
        {may.guide && <Stop {...props} />}
        <Sheets {...props} />
        {may.pay && <PayForm {...props} />}
      </div>
    </ConsolePage>
  );
}

function Allowed({ frame, consents }: StoryConsoleProps) {
  const { shell } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy.one;
  const whyOf = (why: NotShown | null, date: string) => {
    const known: Record<string, string> = words.why;
    return message(known[why ?? 'shown'] ?? words.why.other, { date: formatDate(date, language) }, language);
  };
  return (
    <ConsoleList
      shell={shell}
      caption={words.allowed}
      empty={`${words.allowed}: ${words.none}`}
      columns={[{ label: words.use }, { label: words.now }, { label: words.until }]}
      rows={consents.map(({ use, why, from, until }) => [
        copy.uses[use],
        whyOf(why, from),
        formatDate(until, language),
      ])}
    />
  );
}

function Text({ frame, path, version, isLookedAt, opened }: StoryConsoleProps) {
  const { shell, formToken } = frame;
  const words = consoleCopy[shell.language].one;
  return (
    <section class="flow" aria-labelledby="text">
      <h2 id="text">{words.text}</h2>
      {isLookedAt && <p>{words.looked}</p>}
      {opened ? (
        <>
          <p role="status">{words.opened}</p>
          <StoryText story={opened} language={shell.language} />
        </>
      ) : (
        <ConsoleForm shell={shell} formToken={formToken} action={`${path}/open`}>
          <p class="hint">{words.openHint}</p>
          <input type="hidden" name="seen" value={String(version)} />
          <Button working={words.working}>{words.open}</Button>
        </ConsoleForm>
      )}
    </section>
  );
}

function Stop({ frame, path, state, stoppedAt, hasText, stopError }: StoryConsoleProps) {
  const { shell, formToken } = frame;
  const copy = consoleCopy[shell.language];
  const words = copy.one;
  const form = { shell, formToken, action: `${path}/stop`, name: 'stop' };
  if (state.state === 'stopped') {
    return (
      <section class="flow" aria-labelledby="stop">
        <h2 id="stop">{words.restart}</h2>
        <p>{words.restartLead}</p>
        <Decision
          {...form}
          isAside
          choices={[{ value: 'restart', label: words.restart }]}
          seen={String(stoppedAt?.getTime())}
        />
      </section>
    );
  }
  if (!hasText) return null;
  return (
    <section class="flow" aria-labelledby="stop">
      <h2 id="stop">{words.stop}</h2>
      <p>{words.stopLead}</p>
      <Decision
        {...form}
        isAside
        choices={[{ value: 'stop', label: words.stop }]}
        reason={{
          label: words.whyStop,
          choose: words.chooseWhy,
          error: stopError ? words.whyMissing : null,
          codes: stopReasons.map((value) => ({ value, label: copy.reasons[value] })),
        }}
      />
    </section>
  );
}

function Sheets({ frame, path, consents, sheets, may, isTaking }: StoryConsoleProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy.sheets;
  const allowed = sheetUses.filter((use) => consents.some((one) => one.use === use && one.why === null));
  return (
    <section class="flow" aria-labelledby="sheets">
      <h2 id="sheets">{words.heading}</h2>
      <p>{allowed.length > 0 ? words.lead : words.none}</p>
      {may.take && allowed.length > 0 && !isTaking && (
        <p>
          <a href={linkFrom(shell, `${path}/sheet#sheets`)}>{words.take}</a>
        </p>
      )}
      {may.take && allowed.length > 0 && isTaking && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${path}/sheet`} class="fields">
          <Select
            name="use"
            label={words.use}
            language={language}
            value=""
            error={null}
            options={allowed.map((value) => ({ value, label: copy.uses[value] }))}
          />
          <Button secondary working={copy.one.working}>
            {words.take}
          </Button>
        </ConsoleForm>
      )}
      {sheets.map(({ id, use, on, isBack }) => (
        <div class="flow">
          <p>
            {message(words.row, { use: copy.uses[use], date: formatDate(on, language) }, language)}
            {isBack && `: ${words.isBack}`}
          </p>
          {!isBack && may.guide && (
            <ConsoleForm shell={shell} formToken={formToken} action={`${path}/return`}>
              <input type="hidden" name="sheet" value={String(id)} />
              <Button secondary working={copy.one.working}>
                {words.giveBack}
              </Button>
            </ConsoleForm>
          )}
        </div>
      ))}
    </section>
  );
}

function PayForm({ frame, path, pay, payError, payTyped }: StoryConsoleProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language].pay;
  const amount = pay.cents === 0 ? '' : (pay.cents / 100).toFixed(2);
  return (
    <section class="flow" aria-labelledby="pay-heading">
      <h2 id="pay-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      <ConsoleForm shell={shell} formToken={formToken} action={`${path}/pay`} class="fields">
        <input type="hidden" name="seen" value={`${pay.state} ${pay.cents}`} />
        <Select
          name="pay"
          label={words.state}
          language={language}
          value={payTyped?.state ?? pay.state}
          error={null}
          options={pays.map((value) => ({ value, label: words.states[value] }))}
        />
        <TextField
          name="amount"
          label={words.amount}
          language={language}
          value={payTyped?.amount ?? amount}
          inputmode="decimal"
          width="short"
          autocomplete="off"
          error={payError ? words.error : null}
        />
        <Button secondary working={consoleCopy[language].one.working}>
          {words.save}
        </Button>
      </ConsoleForm>
    </section>
  );
}
