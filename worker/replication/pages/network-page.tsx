import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { networkCopy } from './network-copy.ts';

export type ShownDeployment = {
  /** Its place in the list, which tells its form from the others. */
  n: number;
  name: string;
  /** '' for this one. */
  address: string;
  isOut: boolean;
  /** What is wrong with it as a whole, in words; null if nothing is. */
  problem: string | null;
  /** Nothing is wrong with its cities either. */
  isFine: boolean;
  mayBeginAnew: boolean;
  readAt: string | null;
  verifiedAt: string | null;
  size: number | null;
  cities: {
    name: string;
    week: string | null;
    numbers: string[];
    note: string;
  }[];
};

export type NetworkPageProps = {
  frame: ConsoleFrame;
  deployments: ShownDeployment[];
  mayManage: boolean;
  /** Where the campaign is written. */
  writeHref: string;
  /** The deployment for which it was not said why to begin anew. */
  problem: number | null;
};

export function NetworkPage({ frame, deployments, mayManage, writeHref, problem }: NetworkPageProps) {
  const { language } = frame.shell;
  const words = networkCopy[language];
  const lines = problem === null ? [] : [{ href: `#why-${problem}`, text: words.whyMissing }];
  return (
    <ConsolePage frame={frame} title={words.title} isError={problem !== null}>
      <div class="flow">
        <ErrorSummary language={language} lines={lines} />
        <h1>{words.title}</h1>
        <p class="lead">{deployments.length === 0 ? words.none : words.lead}</p>
        {deployments.length === 0 && mayManage && (
          <p>
            <a href={linkFrom(frame.shell, writeHref)}>{words.write}</a>
          </p>
        )}
        {deployments.map((one) => (
          <Deployment frame={frame} one={one} mayManage={mayManage} isWrong={problem === one.n} />
        ))}
      </div>
    </ConsolePage>
  );
}

type DeploymentProps = { frame: ConsoleFrame; one: ShownDeployment; mayManage: boolean; isWrong: boolean };

function Deployment({ frame, one, mayManage, isWrong }: DeploymentProps) {
  const { language } = frame.shell;
  const words = networkCopy[language];
  const { n, name, address, isOut, problem, isFine, readAt, verifiedAt, size } = one;
  const state = isFine ? words.states.fine : words.states.cities;
  return (
    <section class="flow" aria-labelledby={`site-${n}`}>
      <h2 id={`site-${n}`}>{name}</h2>
      {address !== '' && (
        <p class="address" translate="no">
          {address}
        </p>
      )}
      <p>{problem ?? (readAt === null ? words.states.unread : state)}</p>
      {isOut && <p>{words.states.out}</p>}
      <p class="hint">
        {readAt && `${message(words.readAt, { at: readAt }, language)} `}
        {verifiedAt && `${message(words.verifiedAt, { at: verifiedAt }, language)} `}
        {size !== null && message(words.size, { size }, language)}
      </p>
      <Cities frame={frame} one={one} />
      {mayManage && <Decide frame={frame} one={one} isWrong={isWrong} />}
    </section>
  );
}

function Cities({ frame, one: { cities } }: { frame: ConsoleFrame; one: ShownDeployment }) {
  const { language } = frame.shell;
  const words = networkCopy[language];
  const { columns } = words;
  if (cities.length === 0) return null;
  return (
    <Table
      asList
      caption={words.caption}
      columns={[
        { label: columns.city },
        { label: columns.week },
        { label: columns.signatures, numeric: true },
        { label: columns.answers, numeric: true },
        { label: columns.trained, numeric: true },
        { label: columns.note },
      ]}
      rows={cities.map(({ name, week, numbers, note }) => [name, week ?? words.noWeek, ...numbers, note])}
    />
  );
}

function Decide({ frame, one, isWrong }: { frame: ConsoleFrame; one: ShownDeployment; isWrong: boolean }) {
  const { shell, formToken, campaign } = frame;
  const { language } = shell;
  const words = networkCopy[language];
  const { n, name, address, isOut, mayBeginAnew } = one;
  const action = `/organize/campaigns/${campaign.slug}/network`;
  return (
    <>
      {!isOut && (
        <ConsoleForm shell={shell} formToken={formToken} action={action}>
          <input type="hidden" name="address" value={address} />
          <p class="choices">
            <Button name="decision" value="read" secondary working={words.working}>
              {words.read}
              <span class="unseen"> {name}</span>
            </Button>
          </p>
        </ConsoleForm>
      )}
      {mayBeginAnew && (
        <details open={isWrong || isOut}>
          <summary>
            {words.anew}
            <span class="unseen"> {name}</span>
          </summary>
          <ConsoleForm shell={shell} formToken={formToken} action={action}>
            <p>{words.anewText}</p>
            <input type="hidden" name="address" value={address} />
            <input type="hidden" name="n" value={n} />
            <TextField
              name={`why-${n}`}
              label={words.why}
              language={language}
              value=""
              error={isWrong ? words.whyMissing : null}
            />
            <Button name="decision" value="anew" secondary working={words.working}>
              {words.anew}
              <span class="unseen"> {name}</span>
            </Button>
          </ConsoleForm>
        </details>
      )}
    </>
  );
}
