import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import { districtWords } from '../../../web/console/district-words.ts';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { Pager, Queue, QueueRow } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { oneCopy } from './console-one-copy.ts';
import { pairsCopy } from './pairs-copy.ts';
import { RatesPart, type ShownRate } from './rates-part.tsx';

export type ShownSide = {
  code: string;
  href: string;
  confirmed: string;
  received: string;
  place: string;
  zip: string;
  source: string;
  /** After the press that opens it, this once; null once erased. */
  person?: { name: string; email: string; street: string; comment: string } | null;
};

export type ShownPair = {
  id: number;
  action: string;
  likeness: 'zip' | 'street' | 'inbox';
  isWaiting: boolean;
  sides: [ShownSide, ShownSide];
};

type PairsPageProps = {
  frame: ConsoleFrame;
  pairs: ShownPair[];
  rates: ShownRate[];
  hasMoreRates: boolean;
  mayDecide: boolean;
  changed: 'pair' | 'rate' | null;
  pager: { next: string | null; first: string | null };
};

export function PairsPage({ frame, pairs, rates, hasMoreRates, mayDecide, changed, pager }: PairsPageProps) {
  const { shell } = frame;
  const words = pairsCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        {changed && <Notice news>{words.changed[changed]}</Notice>}
        <RatesPart frame={frame} rates={rates} hasMore={hasMoreRates} mayDecide={mayDecide} />
        <p>{pairs.length > 0 ? words.lead : words.empty}</p>
        {pairs.length > 0 && (
          <Queue>
            {pairs.map((pair) => (
              <QueueRow id={`pair-${pair.id}`}>
                <PairParts frame={frame} pair={pair} mayDecide={mayDecide} />
              </QueueRow>
            ))}
          </Queue>
        )}
        <Pager shell={shell} {...pager} />
      </div>
    </ConsolePage>
  );
}

/** One pair, after its two sealed people were opened. */
export function PairPage({
  frame,
  pair,
  mayDecide,
}: {
  frame: ConsoleFrame;
  pair: ShownPair;
  mayDecide: boolean;
}) {
  const { shell } = frame;
  const words = pairsCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.one}>
      <div class="flow">
        <p>
          <a href={linkFrom(shell, `/organize/campaigns/${frame.campaign.slug}/duplicates`)}>{words.back}</a>
        </p>
        <h1>{words.one}</h1>
        <Notice news>{words.opened.heading}</Notice>
        <PairParts frame={frame} pair={pair} mayDecide={mayDecide} />
      </div>
    </ConsolePage>
  );
}

function PairParts({ frame, pair, mayDecide }: { frame: ConsoleFrame; pair: ShownPair; mayDecide: boolean }) {
  const { shell, formToken } = frame;
  const words = pairsCopy[shell.language];
  const path = `/organize/campaigns/${frame.campaign.slug}/duplicates/${pair.id}`;
  const { sealed } = oneCopy[shell.language];
  const isOpened = pair.sides.some(({ person }) => person !== undefined);
  return (
    <>
      <h2>{words.likeness[pair.likeness]}</h2>
      <p class="hint">{pair.action}</p>
      <Table
        caption={message(
          words.caption,
          { first: pair.sides[0].code, second: pair.sides[1].code },
          shell.language,
        )}
        columns={[words.what, words.first, words.second].map((label) => ({ label }))}
        rows={rowsOf(frame, pair)}
        wide
      />
      {pair.isWaiting && mayDecide && (
        <Decision
          shell={shell}
          formToken={formToken}
          action={`${path}/decide`}
          name={String(pair.id)}
          seen="waiting"
          choices={[
            { value: 'different', label: words.choices.different, key: 'A' },
            { value: 'same-first', label: words.choices['same-first'], key: 'H' },
            { value: 'same-second', label: words.choices['same-second'], key: 'S' },
            { value: 'aside', label: words.choices.aside, key: 'X' },
          ]}
        />
      )}
      {!isOpened && mayDecide && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${path}/open`}>
          <p class="hint">{words.openLead}</p>
          <div class="field">
            <label for={`why-${pair.id}`}>{sealed.why}</label>
            <select id={`why-${pair.id}`} name="why">
              {Object.entries(sealed.codes).map(([value, label]) => (
                <option value={value} selected={value === 'duplicate'}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          <Button secondary keyshortcuts="O">
            {words.open}
          </Button>
        </ConsoleForm>
      )}
    </>
  );
}

function rowsOf(frame: ConsoleFrame, { sides }: ShownPair): Child[][] {
  const { shell } = frame;
  const { rows, opened } = pairsCopy[shell.language];
  const row = (label: string, value: (side: ShownSide) => Child) => [label, ...sides.map(value)];
  const person = (name: 'name' | 'email' | 'street' | 'comment') =>
    row(opened[name], (side) => (
      <bdi class="address">
        {side.person === null ? opened.unreadable : side.person?.[name] || opened.none}
      </bdi>
    ));
  const isOpened = sides.some((side) => side.person !== undefined);
  return [
    row(rows.code, ({ href, code }) => (
      <a href={linkFrom(shell, href)}>
        <code>{code}</code>
      </a>
    )),
    ...(isOpened ? [person('name'), person('email'), person('street'), person('comment')] : []),
    row(rows.confirmed, ({ confirmed }) => confirmed),
    row(rows.received, ({ received }) => received),
    row(districtWords(rows.place, frame), ({ place }) => place),
    row(rows.zip, ({ zip }) => zip),
    row(rows.source, ({ source }) => source),
  ];
}
