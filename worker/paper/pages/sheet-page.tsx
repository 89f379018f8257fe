import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary, type SummaryLine } from '../../../web/components/error-summary.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { CountsAs } from '../rules.ts';
import { copy } from './copy.ts';
import { LineFields, type LineView, summaryOf } from './line-fields.tsx';

export type SheetHead = { id: string; version: number; code: string; page: number; petition: string };

type SheetPageProps = {
  frame: ConsoleFrame;
  sheet: SheetHead;
  lines: LineView[];
  stored: number;
  /** The sheet had no number when it was begun. */
  isNumbered: boolean;
  problem: SummaryLine | null;
};

export function pathOfSheet({ campaign }: ConsoleFrame, id: string, rest = ''): string {
  return `/organize/campaigns/${campaign.slug}/paper/sheets/${id}${rest}`;
}

/** A sheet under entry. The Enter key moves from line to line; without a script it saves. */
export function SheetPage({ frame, sheet, lines, stored, isNumbered, problem }: SheetPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = copy[language].sheet;
  const title = message(words.title, sheet, language);
  const wrong = [...(problem ? [problem] : []), ...summaryOf(lines, language)];
  return (
    <ConsolePage frame={frame} title={title} isError={wrong.length > 0}>
      <div class="flow">
        <ErrorSummary language={language} lines={wrong} />
        <Head frame={frame} sheet={sheet} title={title} />
        {isNumbered && <p class="notice">{words.write}</p>}
        <p>{words.lead}</p>
        <p class="hint">
          {words.marks}{' '}
          <span data-script hidden>
            {words.keys}
          </span>
        </p>
        <ConsoleForm
          shell={shell}
          formToken={frame.formToken}
          action={pathOfSheet(frame, sheet.id, '/lines')}
          id="lines"
          class="flow"
        >
          <span
            data-lines
            hidden
            data-saving={words.statuses.saving}
            data-unsaved={words.statuses.unsaved}
            data-signed-out={words.statuses.signedOut}
            data-changed={words.statuses.changed}
            data-signed={words.statuses.saved}
            data-illegible={words.statuses.illegible}
            data-crossed={words.statuses['crossed-out']}
          />
          <LineFields lines={lines} language={language} />
          <p class="choices">
            <Button name="decision" value="save" secondary working={words.saving}>
              {words.save}
            </Button>
            <Button name="decision" value="finish" working={words.finishing}>
              {words.finish}
            </Button>
          </p>
          <p class="hint">{words.finishHint}</p>
        </ConsoleForm>
        {stored > 0 && <Discard frame={frame} id={sheet.id} stored={stored} seen={sheet.version} />}
      </div>
    </ConsolePage>
  );
}

function Head({ frame, sheet, title }: { frame: ConsoleFrame; sheet: SheetHead; title: string }) {
  const words = copy[frame.shell.language].sheet;
  return (
    <>
      <p>
        <a href={linkFrom(frame.shell, `/organize/campaigns/${frame.campaign.slug}/paper`)}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="small">{sheet.petition}</p>
    </>
  );
}

function Discard({
  frame,
  id,
  stored,
  seen,
}: {
  frame: ConsoleFrame;
  id: string;
  stored: number;
  seen: number;
}) {
  const { language } = frame.shell;
  const words = copy[language].sheet;
  return (
    <details>
      <summary>{words.discard}</summary>
      <ConsoleForm
        shell={frame.shell}
        formToken={frame.formToken}
        action={pathOfSheet(frame, id, '/discard')}
      >
        <input type="hidden" name="seen" value={String(seen)} />
        <p>{message(words.discardText, { n: stored }, language)}</p>
        <Button secondary working={words.discarding}>
          {words.discard}
        </Button>
      </ConsoleForm>
    </details>
  );
}

export type DoneLine = {
  line: number;
  countsAs: CountsAs | null;
  isConfirmed: boolean;
  /** Mail to its address came back. */
  isBounced: boolean;
  isErased: boolean;
};

type DoneSheetProps = {
  frame: ConsoleFrame;
  sheet: SheetHead;
  lines: DoneLine[];
  /** Null if nothing can be undone. */
  undo: { action: string; pending: number; confirmed: number } | null;
  mayEnter: boolean;
  /** Lines to enter again, and differences to decide. */
  seconds: { waiting: number; different: number };
};

/** A sheet that counts. It shows no names; the paper has them. */
export function DoneSheetPage({ frame, sheet, lines, undo, mayEnter, seconds }: DoneSheetProps) {
  const { shell } = frame;
  const { language } = shell;
  const { done: words, sheet: common } = copy[language];
  const title = message(common.title, sheet, language);
  const counted = lines.filter((line) => !isLeftOut(line)).length;
  return (
    <ConsolePage frame={frame} title={title}>
      <div class="flow">
        <Head frame={frame} sheet={sheet} title={title} />
        <p>{lines.length > 0 ? message(words.text, { n: counted }, language) : words.deleted}</p>
        {mayEnter && <Seconds frame={frame} id={sheet.id} seconds={seconds} />}
        {lines.length > 0 && (
          <Table
            caption={common.caption}
            columns={[{ label: common.line }, { label: words.counts }, { label: words.correct }]}
            rows={lines.map((line) => [
              String(line.line),
              wordOf(line, language),
              mayEnter && !line.isConfirmed && !line.isErased ? (
                <a href={linkFrom(shell, pathOfSheet(frame, sheet.id, `/correct/${line.line}`))}>
                  {words.correct} <span class="unseen">{line.line}</span>
                </a>
              ) : (
                ''
              ),
            ])}
          />
        )}
        {undo && (
          <ConsoleForm shell={shell} formToken={frame.formToken} action={undo.action} class="flow">
            <input type="hidden" name="back" value={pathOfSheet(frame, sheet.id)} />
            <p>{message(words.undoText, undo, language)}</p>
            <Button secondary working={words.undoing}>
              {words.undo}
            </Button>
          </ConsoleForm>
        )}
      </div>
    </ConsolePage>
  );
}

/** It was erased before the sheet was counted again. */
function isLeftOut({ isErased, countsAs }: DoneLine): boolean {
  return isErased && countsAs === null;
}

function wordOf(line: DoneLine, language: Language): string {
  const { done: words, sheet } = copy[language];
  if (isLeftOut(line)) return sheet.statuses.erased;
  if (line.isConfirmed) return words.confirmed;
  if (line.isBounced) return words.bounced;
  return line.countsAs ? words.as[line.countsAs] : '';
}

type SecondsProps = { frame: ConsoleFrame; id: string; seconds: DoneSheetProps['seconds'] };

function Seconds({ frame, id, seconds }: SecondsProps) {
  const { language } = frame.shell;
  const words = copy[language].done;
  return (
    <>
      {seconds.waiting > 0 && (
        <p>
          <a href={linkFrom(frame.shell, pathOfSheet(frame, id, '/second'))}>
            {message(words.second, { n: seconds.waiting }, language)}
          </a>
        </p>
      )}
      {seconds.different > 0 && (
        <p>
          <a href={linkFrom(frame.shell, pathOfSheet(frame, id, '/differences'))}>
            {message(words.decide, { n: seconds.different }, language)}
          </a>
        </p>
      )}
    </>
  );
}

/** Somebody else changed it first. */
export function ChangedPage({ frame, back }: { frame: ConsoleFrame; back: string }) {
  const words = copy[frame.shell.language].refused;
  return (
    <ConsolePage frame={frame} title={words.title} isError>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <p>
          <a href={linkFrom(frame.shell, back)}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}
