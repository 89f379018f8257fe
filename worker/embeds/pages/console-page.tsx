import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber } from '../../../web/language.ts';
import { hostsConsoleCopy } from './console-copy.ts';

export type Problem = 'changed' | 'no-host' | 'too-many' | 'known';

export type EmbedHostsPageProps = {
  frame: ConsoleFrame;
  /** Null: every site may. */
  hosts: string[] | null;
  /** What every form sends along. */
  seen: string;
  shownOn: { host: string; n: number; last: string }[];
  typed: string;
  mayChange: boolean;
  problem: Problem | null;
};

export function EmbedHostsPage(props: EmbedHostsPageProps) {
  const { frame, hosts, shownOn, problem, mayChange } = props;
  const { language } = frame.shell;
  const words = hostsConsoleCopy[language];
  const { columns } = words;
  return (
    <ConsolePage frame={frame} title={words.title} isError={problem !== null}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={problem ? [{ href: '#host', text: words.problems[problem] }] : []}
        />
        <h1>{words.title}</h1>
        <p class="lead">{hosts === null ? words.open : words.listed}</p>
        {hosts && (
          <ul>
            {hosts.map((host) => (
              <li>
                <Host {...props} host={host} canGo={mayChange && hosts.length > 1} />
              </li>
            ))}
          </ul>
        )}
        {mayChange && <Change {...props} />}
        <p class="hint">{words.kit}</p>
        <ConsoleList
          shell={frame.shell}
          caption={words.caption}
          empty={words.nowhere}
          columns={[
            { label: columns.site },
            { label: columns.times, numeric: true },
            { label: columns.last },
          ]}
          rows={shownOn.map(({ host, n, last }) => [
            <span class="address">{host}</span>,
            formatNumber(n, language),
            last,
          ])}
        />
      </div>
    </ConsolePage>
  );
}

const actionOf = ({ campaign }: ConsoleFrame) => `/organize/campaigns/${campaign.slug}/embeds`;

function Host({ frame, seen, host, canGo }: EmbedHostsPageProps & { host: string; canGo: boolean }) {
  const words = hostsConsoleCopy[frame.shell.language];
  return (
    <>
      <span class="address">{host}</span>
      {canGo && (
        <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={actionOf(frame)}>
          <input type="hidden" name="seen" value={seen} />
          <input type="hidden" name="remove" value={host} />
          <button class="link" type="submit" name="decision" value="remove" data-working={words.working}>
            {words.remove}
            <span class="unseen"> {host}</span>
          </button>
        </ConsoleForm>
      )}
    </>
  );
}

function Change({ frame, hosts, seen, typed, problem }: EmbedHostsPageProps) {
  const { shell, formToken } = frame;
  const words = hostsConsoleCopy[shell.language];
  return (
    <>
      <ConsoleForm shell={shell} formToken={formToken} action={actionOf(frame)}>
        <input type="hidden" name="seen" value={seen} />
        <TextField
          name="host"
          label={words.add}
          hint={hosts === null ? words.addFirst : words.addHint}
          language={shell.language}
          value={typed}
          error={problem && problem !== 'changed' ? words.problems[problem] : null}
        />
        <Button name="decision" value="add" working={words.working}>
          {words.addButton}
        </Button>
      </ConsoleForm>
      {hosts !== null && (
        <ConsoleForm shell={shell} formToken={formToken} action={actionOf(frame)}>
          <input type="hidden" name="seen" value={seen} />
          <Button name="decision" value="open" secondary working={words.working}>
            {words.openAll}
          </Button>
        </ConsoleForm>
      )}
    </>
  );
}
