import { Button, ButtonLink } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Bar } from '../../../web/components/progress.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Figures, PausedBy } from '../rules.ts';
import { PreviewLinks } from './draft-page.tsx';
import { newsCopy } from './news-copy.ts';
import type { ShownState } from './news-list-page.tsx';

export type NewsPageProps = {
  frame: ConsoleFrame;
  list: string;
  href: string;
  languages: readonly Language[];
  subject: string;
  audience: string;
  state: ShownState;
  pausedBy: PausedBy | null;
  seen: string;
  people: number;
  leftOut: number;
  /** Listed people who had erased, withdrawn or unchecked when their turn came. */
  left: number;
  /** Those whose turn did not come, because it was stopped. */
  held: number;
  unsubscribed: number;
  figures: Figures;
  /** Instants on the city's clock. */
  sendsAt: string;
  begunAt: string;
  endedAt: string;
  hasEvents: boolean;
  mayWrite: boolean;
  maySend: boolean;
  mayStop: boolean;
  isChanged: boolean;
};

/** A mail that is counted, sent or done, with what can be done about it now. */
export function NewsPage(props: NewsPageProps) {
  const { frame, list, href, languages, subject, audience, state, isChanged, figures } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = newsCopy[language];
  const sent = { n: figures.sent, people: formatNumber(figures.sent, language) };
  const changed = state === 'done' ? message(words.allGone, sent, language) : words.changed;
  const hasGone = !['draft', 'dropped', 'counting', 'ready', 'scheduled'].includes(state);
  return (
    <ConsolePage frame={frame} title={subject} isError={isChanged}>
      <div class="flow">
        <ErrorSummary language={language} lines={isChanged ? [{ href: '#now', text: changed }] : []} />
        <p class="small">
          <a href={linkFrom(shell, list)}>{words.back}</a>
        </p>
        <h1>
          <bdi>{subject}</bdi>
        </h1>
        <p class="small">{message(words.one.to, { audience }, language)}</p>
        <Now {...props} />
        {hasGone && <FiguresTable {...props} />}
        <h2>{words.one.saw}</h2>
        <PreviewLinks frame={frame} href={href} languages={languages} />
      </div>
    </ConsolePage>
  );
}

function Now(props: NewsPageProps) {
  const { frame, state, people, leftOut, figures, pausedBy, href } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = newsCopy[language].one;
  const values = {
    n: people,
    people: formatNumber(people, language),
    sent: formatNumber(figures.sent, language),
    when: props.sendsAt,
    begun: props.begunAt,
    ended: props.endedAt,
  };
  const said: Record<ShownState, string> = { ...words, draft: '', dropped: '' };
  const isCounted = state === 'ready' || state === 'scheduled';
  return (
    <section class="flow" id="now">
      {(state === 'sending' || state === 'paused') && <Bar value={figures.sent} goal={people} />}
      <p role="status">{message(said[state], values, language)}</p>
      {state === 'scheduled' && <p>{message(words.ready, values, language)}</p>}
      {pausedBy && <p>{words.why[pausedBy]}</p>}
      {isCounted && leftOut > 0 && <p>{message(words.leftOut, { n: leftOut }, language)}</p>}
      {isCounted && <p class="hint">{words.later}</p>}
      {(state === 'counting' || state === 'sending') && (
        <p>
          <a href={linkFrom(shell, href)}>{words.again}</a>
        </p>
      )}
      <Doing {...props} />
    </section>
  );
}

/** What can be done in each state, and by which of the two forms. */
function Doing(props: NewsPageProps) {
  const { frame, href, state, people, mayWrite, maySend, mayStop } = props;
  const words = newsCopy[frame.shell.language].one;
  const canEdit = mayWrite && (state === 'counting' || state === 'ready');
  return (
    <>
      {maySend && state === 'ready' && people > 0 && (
        <p>
          <ButtonLink href={linkFrom(frame.shell, `${href}/send`)}>{words.send}</ButtonLink>
        </p>
      )}
      {canEdit && <Press {...props} action={href} decision="edit" label={words.edit} />}
      {mayStop && state === 'scheduled' && (
        <Press {...props} action={`${href}/stop`} decision="unschedule" label={words.unschedule} />
      )}
      {mayStop && state === 'sending' && (
        <Press {...props} action={`${href}/stop`} decision="pause" label={words.pause} />
      )}
      {maySend && state === 'paused' && (
        <Press {...props} action={`${href}/send`} decision="resume" label={words.resume} isFirst />
      )}
      {mayStop && (state === 'sending' || state === 'paused') && (
        <Press {...props} action={`${href}/stop`} decision="stop" label={words.stop} />
      )}
    </>
  );
}

type PressProps = Pick<NewsPageProps, 'frame' | 'seen'> & {
  action: string;
  decision: string;
  label: string;
  isFirst?: boolean;
};

function Press({ frame: { shell, formToken }, seen, action, decision, label, isFirst = false }: PressProps) {
  return (
    <ConsoleForm shell={shell} formToken={formToken} action={action}>
      <input type="hidden" name="seen" value={seen} />
      <Button
        secondary={!isFirst}
        name="decision"
        value={decision}
        working={newsCopy[shell.language].working}
      >
        {label}
      </Button>
    </ConsoleForm>
  );
}

function FiguresTable({ frame, people, left, held, unsubscribed, figures, ...props }: NewsPageProps) {
  const { language } = frame.shell;
  const { one: words } = newsCopy[language];
  const { rows } = words;
  const unsent = figures.failed + figures.uncertain;
  // Without events, none is not the same as nothing known.
  const isKnown = props.hasEvents || figures.delivered + figures.bounced + figures.complained > 0;
  const known = (n: number) => (isKnown ? n : null);
  const some = (label: string, n: number): [string, number][] => (n > 0 ? [[label, n]] : []);
  const shown: [string, number | null][] = [
    [rows.people, people],
    [rows.sent, figures.sent],
    [rows.delivered, known(figures.delivered)],
    [rows.bounced, known(figures.bounced)],
    [rows.complained, known(figures.complained)],
    [rows.unsubscribed, unsubscribed],
    ...some(rows.waiting, props.state === 'stopped' ? 0 : figures.waiting),
    ...some(rows.held, held),
    [rows.left, left],
    ...some(rows.unsent, unsent),
  ];
  return (
    <section class="flow">
      <Table
        caption={words.figures}
        columns={[{ label: words.what }, { label: words.mails, numeric: true }]}
        rows={shown.map(([label, n]) => [label, n === null ? words.unknown : formatNumber(n, language)])}
      />
      <p class="hint">{words.notCounted}</p>
      {!isKnown && <p class="hint">{words.noEvents}</p>}
    </section>
  );
}
