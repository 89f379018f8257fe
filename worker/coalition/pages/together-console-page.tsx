import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import type { HelpLinesProps } from '../../../web/components/help-lines.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { Pager } from '../../../web/console/list.tsx';
import { linkFrom } from '../../../web/shell.ts';
import type { EntryError, EntryKind } from '../entry-rules.ts';
import { entryKinds } from '../entry-rules.ts';
import { togetherCopy } from './together-copy.ts';
import { Entries, type ShownEntry } from './together-entries.tsx';
import { EntryFields, summaryOfEntry } from './together-form.tsx';
import { Everybody, NoCase, NormsText, type ShownNorms, type ShownPartner } from './together-parts.tsx';

export type TogetherConsoleProps = {
  frame: ConsoleFrame;
  /** The address of this page. */
  path: string;
  norms: ShownNorms | null;
  partners: readonly ShownPartner[];
};

/** What all partners read: the norms and who agrees to them, who brings and decides what, and the way to the lists. */
export function TogetherConsole({ frame, path, norms, partners }: TogetherConsoleProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = togetherCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.console.lead}</p>
        <h2>{words.console.lists}</h2>
        <ul>
          {entryKinds.map((kind) => (
            <li>
              <a href={linkFrom(shell, `${path}/${kind}`)}>{words[kind].heading}</a>
            </li>
          ))}
        </ul>
        <h2>{words.partners.heading}</h2>
        {partners.length > 0 && (
          <Everybody language={language} partners={partners} version={norms?.version ?? null} />
        )}
        <h2>{words.norms.heading}</h2>
        <NormsText language={language} norms={norms} />
      </div>
    </ConsolePage>
  );
}

export type TogetherConsoleListProps = {
  frame: ConsoleFrame;
  /** The address of all of it; the list has `/KIND` behind it. */
  path: string;
  kind: EntryKind;
  entries: readonly ShownEntry[];
  pager: { next: string | null; first: string | null };
  values: Record<string, string>;
  errors: readonly EntryError[];
  /** What was pressed could not be done. */
  notice: 'again' | 'gone' | null;
  partners: readonly { value: string; label: string }[];
  help: HelpLinesProps | null;
  mayWrite: boolean;
};

export function TogetherConsoleList(props: TogetherConsoleListProps) {
  const { frame, path, kind, entries, errors, notice, pager } = props;
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = togetherCopy[language];
  const said = notice && { again: words.console.again, gone: words.gone }[notice];
  return (
    <ConsolePage frame={frame} title={words[kind].heading} isError={errors.length > 0 || said !== null}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={[
            ...(said ? [{ href: '#list', text: said }] : []),
            ...summaryOfEntry(errors, kind, language),
          ]}
        />
        <p class="small">
          <a href={linkFrom(shell, path)}>{words.toAll}</a>
        </p>
        <h1>{words[kind].heading}</h1>
        <p>{words[kind].text}</p>
        {props.mayWrite && <AddForm {...props} />}
        <div id="list" class="flow">
          <Entries
            language={language}
            kind={kind}
            entries={entries}
            isAlone
            decide={({ id, state }) => (
              <ConsoleForm shell={shell} formToken={formToken} action={`${path}/${kind}/${id}`}>
                <input type="hidden" name="seen" value={state} />
                <p class="choices">
                  {kind === 'agenda' && (
                    <Button
                      name="decision"
                      value={state === 'open' ? 'done' : 'open'}
                      secondary
                      working={words.working}
                    >
                      {state === 'open' ? words.agenda.finish : words.agenda.reopen}
                    </Button>
                  )}
                  <Button name="decision" value="off" secondary working={words.working}>
                    {words.off}
                  </Button>
                </p>
              </ConsoleForm>
            )}
          />
          <Pager shell={shell} {...pager} />
        </div>
      </div>
    </ConsolePage>
  );
}

function AddForm({ frame, path, kind, values, errors, partners, help }: TogetherConsoleListProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  return (
    <>
      <NoCase language={language} help={help} />
      <ConsoleForm shell={shell} formToken={formToken} action={`${path}/${kind}`} class="fields column">
        <EntryFields {...{ language, kind, values, errors, partners }} />
      </ConsoleForm>
    </>
  );
}
