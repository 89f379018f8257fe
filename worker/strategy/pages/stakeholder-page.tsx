import { Button, ButtonLink } from '../../../web/components/button.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsoleList, Pager } from '../../../web/console/list.tsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { Evidence, Stakeholder, Tie } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { influenceWords, markWords, positionWords, StrategyPage, type StrategyProps } from './frame.tsx';

export type NamedTie = Tie & { from: string; to: string };

type StakeholderPageProps = StrategyProps & {
  one: Stakeholder;
  evidence: readonly Evidence[];
  pager: { next: string | null; first: string | null };
  ties: readonly NamedTie[];
  isChanged: boolean;
};

/** One office or organization, with what is known of it. */
export function StakeholderPage(props: StakeholderPageProps) {
  const { frame, path, today, one, isChanged } = props;
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = words.one;
  const own = path(`/stakeholders/${one.id}`);
  return (
    <StrategyPage {...props} title={one.name[language]} here={null} isError={isChanged}>
      {isChanged && (
        <p class="notice" role="status">
          {say.changed}
        </p>
      )}
      {one.state === 'gone' && (
        <p class="notice" role="status">
          {say.gone}
        </p>
      )}
      <p class="small">{[words.kinds[one.kind], markWords(one, language)].filter(Boolean).join(' · ')}</p>
      {one.about[language] && <p>{one.about[language]}</p>}
      <h2>{say.stands}</h2>
      <p>
        <b>{positionWords(one, today, language)}</b>
        <br />
        {message(say.influence, { influence: influenceWords(one, language) }, language)}
      </p>
      {one.state === 'stands' && (
        <>
          <p>
            <ButtonLink href={linkFrom(shell, `${own}/evidence`)}>{say.enter}</ButtonLink>
          </p>
          <ul>
            <li>
              <a href={linkFrom(shell, `${own}/tie`)}>{say.tie}</a>
            </li>
            <li>
              <a href={linkFrom(shell, `${own}/edit`)}>{say.edit}</a>
            </li>
          </ul>
        </>
      )}
      <EvidenceList {...props} />
      <TieList {...props} />
      {one.state === 'stands' && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${own}/remove`} class="flow">
          <input type="hidden" name="seen" value={one.changeId} />
          <p class="hint">{say.removeHint}</p>
          <Button secondary working={say.removing}>
            {say.remove}
          </Button>
        </ConsoleForm>
      )}
    </StrategyPage>
  );
}

function saysWords({ support, influence }: Evidence, language: Language): string {
  const words = consoleCopy[language];
  return [
    support && message(words.one.position, { position: words.positions[support] }, language),
    influence !== null &&
      message(words.one.influence, { influence: influenceWords({ influence }, language) }, language),
  ]
    .filter(Boolean)
    .join('. ');
}

function EvidenceList({ frame, path, one, evidence, pager }: StakeholderPageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = words.one;
  return (
    <>
      <ConsoleList
        shell={shell}
        caption={say.evidence}
        empty={say.noEvidence}
        columns={[
          { label: say.on },
          { label: say.kind },
          { label: say.says },
          { label: say.saidBy },
          ...(one.state === 'stands' ? [{ label: say.change }] : []),
        ]}
        rows={evidence.map((entry) => [
          formatDate(entry.on, language),
          words.evidenceKinds[entry.kind],
          <>
            {saysWords(entry, language)}
            {entry.what && <p class="small">{entry.what}</p>}
          </>,
          entry.link ? (
            <>
              {entry.saidBy}{' '}
              <a href={entry.link} rel="noreferrer">
                {say.source}
              </a>
            </>
          ) : (
            entry.saidBy
          ),
          ...(one.state === 'stands'
            ? [
                <ConsoleForm
                  shell={shell}
                  formToken={formToken}
                  action={path(`/stakeholder-evidence/${entry.id}/back`)}
                >
                  <Button secondary working={say.backing}>
                    {say.back}
                  </Button>
                </ConsoleForm>,
              ]
            : []),
        ])}
      />
      <Pager shell={shell} {...pager} />
    </>
  );
}

function TieList({ frame, path, one, ties }: StakeholderPageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = words.one;
  const named = (id: string, name: string) =>
    id === one.id ? name : <a href={linkFrom(shell, path(`/stakeholders/${id}`))}>{name}</a>;
  return (
    <ConsoleList
      shell={shell}
      caption={say.ties}
      empty={say.noTies}
      columns={[{ label: say.tieLine }, { label: say.change }]}
      rows={ties.map((tie) => [
        <>
          {named(tie.fromId, tie.from)} {words.ties[tie.kind]} {named(tie.toId, tie.to)}
        </>,
        <ConsoleForm shell={shell} formToken={formToken} action={path(`/stakeholder-ties/${tie.id}/remove`)}>
          <Button secondary working={say.removing}>
            {say.removeTie}
          </Button>
        </ConsoleForm>,
      ])}
    />
  );
}
