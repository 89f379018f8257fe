import { Button, ButtonLink } from '../../../web/components/button.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsoleList } from '../../../web/console/list.tsx';
import type { Language } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { type Look, looks, positions, type Stakeholder, stakeholderKinds } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { influenceWords, markWords, positionWords, StrategyPage, type StrategyProps } from './frame.tsx';

type ListPageProps = StrategyProps & {
  look: Look;
  /** What was searched for; empty if nothing was. */
  name: string;
  rows: readonly Stakeholder[];
  pager: { next: string | null; first: string | null };
  mayTake: boolean;
};

/** The table of offices and organizations. */
export function ListPage(props: ListPageProps) {
  const { frame, path, today, rows, pager } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = words.list;
  return (
    <StrategyPage {...props} title={words.title} here="list">
      <p>{words.lead}</p>
      <p>
        <ButtonLink href={linkFrom(shell, path('/new-stakeholder'))}>{say.add}</ButtonLink>
      </p>
      <Looking {...props} />
      <ConsoleList
        shell={shell}
        caption={say.caption}
        empty={say.empty}
        pager={pager}
        columns={[
          { label: say.name },
          { label: say.kind },
          { label: say.support },
          { label: say.influence },
          { label: say.marks },
        ]}
        rows={rows.map((one) => [
          <a href={linkFrom(shell, path(`/stakeholders/${one.id}`))}>{one.name[language]}</a>,
          words.kinds[one.kind],
          positionWords(one, today, language),
          influenceWords(one, language),
          markWords(one, language) || '–',
        ])}
      />
      {props.mayTake && (
        <ConsoleForm shell={shell} formToken={frame.formToken} action={path('/strategy-file')} class="flow">
          <p class="hint">{say.fileHint}</p>
          <Button secondary working={say.taking}>
            {say.file}
          </Button>
        </ConsoleForm>
      )}
    </StrategyPage>
  );
}

function lookWords(look: Look, language: Language): string {
  const words = consoleCopy[language];
  const others: Record<string, string> = {
    ...{ ...words.list.looks, target: words.list.lookTarget, agent: words.list.lookAgent },
    ...{ ...words.kinds, ...words.positions },
  };
  return others[look] ?? '';
}

function Looking({ frame: { shell }, path, look, name }: ListPageProps) {
  const { language } = shell;
  const say = consoleCopy[language].list;
  const action = path('/strategy');
  const inLanguage = <input type="hidden" name="lang" value={language} />;
  return (
    <div class="looking">
      <form action={action} method="get">
        {inLanguage}
        <Select
          name="look"
          label={say.look}
          language={language}
          error={null}
          value={look}
          options={looks
            .toSorted((a, b) => groupOf(a) - groupOf(b))
            .map((value) => ({ value, label: lookWords(value, language) }))}
        />
        <Button secondary>{say.show}</Button>
      </form>
      <form action={action} method="get">
        {inLanguage}
        <TextField name="name" label={say.find} language={language} error={null} value={name} />
        <Button secondary>{say.found}</Button>
      </form>
    </div>
  );
}

function groupOf(look: Look): number {
  if (stakeholderKinds.some((one) => one === look)) return 2;
  return positions.some((one) => one === look) ? 1 : 0;
}
