import assets from '../../../web/assets.gen.json';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import type { HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { EntryError, EntryKind } from '../entry-rules.ts';
import type { NormsChange } from '../norms-rules.ts';
import { togetherCopy } from './together-copy.ts';
import { Entries, type ShownEntry } from './together-entries.tsx';
import { EntryFields, summaryOfEntry } from './together-form.tsx';
import {
  Everybody,
  NoCase,
  NormsChanged,
  NormsText,
  type ShownNorms,
  type ShownPartner,
} from './together-parts.tsx';

export type ShownList = { entries: readonly ShownEntry[]; hasMore: boolean };

export type TogetherPageProps = {
  shell: Shell;
  /** The partner's page; what it shares with all has the same address and `/coalition`. */
  href: string;
  norms: ShownNorms | null;
  areNormsPublic: boolean;
  /** The newest version to which this partner agrees. */
  mine: { version: number; on: string } | null;
  /** From the text of that version to the one that stands. */
  change: NormsChange;
  partners: readonly ShownPartner[];
  lists: Record<EntryKind, ShownList>;
  help: HelpLinesProps | null;
  /** What was pressed could not be done: the norms have another text now, or an entry has changed. */
  notice: 'norms' | 'entry' | null;
  /** The form that came back. */
  form: { kind: EntryKind; values: Record<string, string>; errors: readonly EntryError[] } | null;
};

const order = ['agenda', 'idea', 'notes'] as const;

/** What all partners share: the same for each of them, apart from the buttons to what is its own. */
export function TogetherPage(props: TogetherPageProps) {
  const { shell, href, form, notice, lists } = props;
  const { language } = shell;
  const words = togetherCopy[language];
  const path = `${href}/coalition`;
  return (
    <Layout
      shell={shell}
      title={words.title}
      noindex
      isError={form !== null || notice !== null}
      head={<link rel="stylesheet" href={assets.reports} />}
    >
      <div class="flow together">
        <ErrorSummary
          language={language}
          lines={[
            ...(notice === 'norms' ? [{ href: '#norms', text: words.norms.changed }] : []),
            ...(notice === 'entry' ? [{ href: '#lists', text: words.gone }] : []),
            ...(form ? summaryOfEntry(form.errors, form.kind, language) : []),
          ]}
        />
        <p class="small">
          <a href={linkFrom(shell, href)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="lead">{message(words.lead, { isPublic: props.areNormsPublic ? 'yes' : 'no' }, language)}</p>
        <NormsPart {...props} path={path} />
        <section class="flow">
          <h2>{words.partners.heading}</h2>
          <p>{words.partners.text}</p>
          <Everybody language={language} partners={props.partners} version={props.norms?.version ?? null} />
        </section>
        <div class="flow" id="lists">
          <NoCase language={language} help={props.help} />
          {order.map((kind) => (
            <section class="flow" id={`list-${kind}`}>
              <h2>{words[kind].heading}</h2>
              <p>{words[kind].text}</p>
              <div class={kind === 'notes' ? 'column' : 'beside'}>
                <div class="flow">
                  <OwnEntries shell={shell} path={path} kind={kind} entries={lists[kind].entries} />
                  {lists[kind].hasMore && (
                    <p>
                      <a href={linkFrom(shell, `${path}/${kind}`)}>{words[kind].all}</a>
                    </p>
                  )}
                </div>
                {kind !== 'notes' && <AddForm {...props} path={path} kind={kind} />}
              </div>
            </section>
          ))}
        </div>
      </div>
    </Layout>
  );
}

type WithPath = TogetherPageProps & { path: string };

function AddForm({ shell, path, kind, form }: WithPath & { kind: EntryKind }) {
  const own = form?.kind === kind ? form : null;
  const { language } = shell;
  return (
    <form method="post" action={linkFrom(shell, `${path}#list-${kind}`)} class="fields column" novalidate>
      <h3>{togetherCopy[language][kind].add}</h3>
      <EntryFields
        language={language}
        kind={kind}
        values={own?.values ?? {}}
        errors={own?.errors ?? []}
        partners={null}
      />
    </form>
  );
}

function NormsPart({ shell, path, norms, mine, change }: WithPath) {
  const { language } = shell;
  const words = togetherCopy[language].norms;
  const isAgreed = norms !== null && mine?.version === norms.version;
  const version = String(norms?.version ?? 0);
  return (
    <section class="flow beside" id="norms">
      <div class="flow">
        <h2>{words.heading}</h2>
        <NormsText language={language} norms={norms} />
      </div>
      {norms && (
        <form method="post" action={linkFrom(shell, path)} class="flow" data-own>
          <input type="hidden" name="version" value={version} />
          {isAgreed ? (
            <p>{message(words.agreed, { date: formatDate(mine.on, language) }, language)}</p>
          ) : (
            <Notice>
              {mine ? message(words.again, { version: String(mine.version) }, language) : words.ask}
            </Notice>
          )}
          {mine && !isAgreed && <NormsChanged language={language} change={change} version={mine.version} />}
          <p class="choices">
            {!isAgreed && (
              <Button name="step" value="agree" working={words.working}>
                {message(words.agree, { version }, language)}
              </Button>
            )}
            {mine && (
              <Button name="step" value="withdraw" secondary working={words.working}>
                {words.withdraw}
              </Button>
            )}
          </p>
        </form>
      )}
    </section>
  );
}

type OwnEntriesProps = {
  shell: Shell;
  path: string;
  kind: EntryKind;
  entries: readonly ShownEntry[];
  isAlone?: boolean;
};

function OwnEntries({ shell, path, kind, entries, isAlone }: OwnEntriesProps) {
  const words = togetherCopy[shell.language];
  return (
    <Entries
      language={shell.language}
      kind={kind}
      entries={entries}
      isAlone={isAlone ?? false}
      decide={({ id, state }) => (
        <form method="post" action={linkFrom(shell, path)} class="choices" data-own>
          <input type="hidden" name="entry" value={id} />
          <input type="hidden" name="seen" value={state} />
          {kind === 'agenda' && (
            <Button name="step" value={state === 'open' ? 'done' : 'open'} secondary working={words.working}>
              {state === 'open' ? words.agenda.finish : words.agenda.reopen}
            </Button>
          )}
          <Button name="step" value="off" secondary working={words.working}>
            {words.off}
          </Button>
        </form>
      )}
    />
  );
}

export type ListPageProps = OwnEntriesProps & { next: string | null; first: string | null };

/** One of the lists, in pages. */
export function TogetherListPage({ next, first, ...props }: ListPageProps) {
  const { shell, path, kind } = props;
  const words = togetherCopy[shell.language];
  return (
    <Layout
      shell={shell}
      title={words[kind].heading}
      noindex
      head={<link rel="stylesheet" href={assets.reports} />}
    >
      <div class="flow together">
        <p class="small">
          <a href={linkFrom(shell, path)}>{words.toAll}</a>
        </p>
        <h1>{words[kind].heading}</h1>
        <OwnEntries {...props} isAlone />
        {first !== null && (
          <p>
            <a href={linkFrom(shell, first)}>{words.first}</a>
          </p>
        )}
        {next !== null && (
          <p>
            <a rel="next" href={linkFrom(shell, next)}>
              {words.older}
            </a>
          </p>
        )}
      </div>
    </Layout>
  );
}
