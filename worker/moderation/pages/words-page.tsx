import { Button } from '../../../web/components/button.tsx';
import { Select } from '../../../web/components/field.tsx';
import { type Choice, ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import { Pager, Queue, QueueRow } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { hiddenReasons } from '../look-rules.ts';
import { copy } from './copy.ts';
import { Changed, WordsText } from './words-text.tsx';
import type { ShownText, WordsPageProps } from './words-view.ts';

/** Ten texts, each with its own decision, and one decision for all of them. */
export function WordsPage(props: WordsPageProps) {
  const { frame, items, look, left, leftBefore, pager } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = copy[language];
  const waits = frame.menu.find(({ isHere }) => isHere)?.count;
  return (
    <ConsolePage frame={frame} title={words.title} isError={left.length > 0}>
      <div class="flow">
        <h1>{words.title}</h1>
        {left.length > 0 && <Changed shell={shell} left={left} />}
        {leftBefore > 0 && <p role="status">{message(words.changed.left, { n: leftBefore }, language)}</p>}
        {look === 'waiting' && waits && (
          <p class="lead">{message(waits.more ? words.more : words.count, { n: waits.n }, language)}</p>
        )}
        <p>{words.lead}</p>
        <Tabs {...props} />
        <Filter {...props} />
        {look === 'waiting' && items.length > 0 && <Claims {...props} />}
        {look === 'waiting' && items.length > 1 && <WholePage {...props} />}
        {items.length > 0 ? <Rows {...props} /> : <Empty {...props} />}
        <Pager shell={shell} {...pager} />
      </div>
    </ConsolePage>
  );
}

function Tabs({ frame, tabs, look }: WordsPageProps) {
  const words = copy[frame.shell.language];
  return (
    <nav class="tabs" aria-label={words.lists}>
      {tabs.map((tab) => (
        <a href={linkFrom(frame.shell, tab.href)} aria-current={tab.look === look ? 'page' : undefined}>
          {words.tabs[tab.look]}
        </a>
      ))}
    </nav>
  );
}

function Filter({ frame, filter, look }: WordsPageProps) {
  const { language } = frame.shell;
  const words = copy[language].filter;
  const all = { value: '', label: words.all };
  const field = { language, error: null };
  return (
    <details open={filter.kind !== '' || filter.action !== ''}>
      <summary>{words.open}</summary>
      <form action={linkFrom(frame.shell, filter.path)}>
        {look !== 'waiting' && <input type="hidden" name="look" value={look} />}
        {language !== 'en' && <input type="hidden" name="lang" value={language} />}
        <Select
          {...field}
          name="kind"
          label={words.kind}
          value={filter.kind}
          options={[all, ...filter.kinds]}
        />
        <Select
          {...field}
          name="action"
          label={words.action}
          value={filter.action}
          options={[all, ...filter.actions]}
        />
        <Button secondary>{words.button}</Button>
      </form>
    </details>
  );
}

function Claims({ frame, claims, claimAction }: WordsPageProps) {
  const { shell } = frame;
  const words = copy[shell.language].claim;
  const isFree = claims.some(({ by }) => by === null);
  const isMine = claims.some(({ by }) => by?.isMine);
  return (
    <ConsoleForm shell={shell} formToken={frame.formToken} action={claimAction} class="claims">
      {claims.map(
        ({ label, by }) =>
          by && (
            <p class="small">
              {message(
                by.isMine ? words.mine : words.taken,
                { what: label, email: by.email, date: by.until },
                shell.language,
              )}
            </p>
          ),
      )}
      {(isFree || isMine) && (
        <button
          class="link"
          type="submit"
          name="take"
          value={isFree ? 'yes' : 'no'}
          data-working={isFree ? words.taking : words.giving}
        >
          {isFree ? words.take : words.give}
        </button>
      )}
    </ConsoleForm>
  );
}

/** One act for the page: texts with a mark are approved only one by one. */
function WholePage({ frame, items, action }: WordsPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = copy[language];
  const all = items.flatMap(({ now }) => (now ? [now] : []));
  const plain = all.filter(({ marks, text }) => marks.length === 0 && text !== null);
  const form = { shell, formToken: frame.formToken, action };
  return (
    <section class="whole-page" aria-label={words.all.label}>
      {plain.length > 1 && (
        <Decision
          {...form}
          name="all-shown"
          choices={[
            { value: 'show', label: message(words.all.show, { n: plain.length }, language), key: 'B' },
          ]}
        >
          <input type="hidden" name="items" value={plain.map(({ item }) => item).join(' ')} />
        </Decision>
      )}
      <details>
        <summary>{message(words.all.hide, { n: all.length }, language)}</summary>
        <Decision
          {...form}
          name="all-hidden"
          choices={[{ value: 'hide', label: message(words.all.hide, { n: all.length }, language) }]}
          reason={{ label: words.all.reason, codes: reasonsIn(words) }}
        >
          <input type="hidden" name="items" value={all.map(({ item }) => item).join(' ')} />
        </Decision>
      </details>
    </section>
  );
}

function reasonsIn(words: (typeof copy)['en']) {
  return hiddenReasons.map((value) => ({ value, label: words.reasons[value] }));
}

function Rows(props: WordsPageProps) {
  return (
    <Queue>
      {props.items.map((text) => (
        <QueueRow id={text.name}>
          <div class="split">
            <div>
              <WordsText shell={props.frame.shell} text={text} />
            </div>
            {text.now && <Choices {...props} text={text} now={text.now} />}
          </div>
        </QueueRow>
      ))}
    </Queue>
  );
}

type ChoicesProps = WordsPageProps & { text: ShownText; now: NonNullable<ShownText['now']> };

function Choices({ frame, action, text, now }: ChoicesProps) {
  const words = copy[frame.shell.language];
  const choices: Choice[] = [
    ...(now.look === 'shown' || now.text === null
      ? []
      : [{ value: 'show', label: words.show, key: 'A' as const }]),
    ...(now.look === 'hidden' ? [] : [{ value: 'hide', label: words.hide, key: 'H' as const }]),
  ];
  return (
    <Decision
      shell={frame.shell}
      formToken={frame.formToken}
      action={action}
      name={text.name}
      choices={choices}
      {...(now.look === 'hidden' ? {} : { reason: { label: words.reason, codes: reasonsIn(words) } })}
    >
      <input type="hidden" name="items" value={now.item} />
    </Decision>
  );
}

function Empty({ frame, look }: WordsPageProps) {
  const words = copy[frame.shell.language].empty;
  return (
    <>
      <p class="lead">{words[look]}</p>
      {look === 'waiting' && <p>{words.waitingMore}</p>}
    </>
  );
}
