import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { switchesCopy } from './switches-copy.ts';

type SwitchName = keyof (typeof switchesCopy)['en']['switches'];

export type SwitchRow = {
  name: SwitchName;
  isOn: boolean;
  /** In words. */
  since: string | null;
  until: string | null;
  /** The hidden field of the form: since when it is on, or that it is off. */
  seen: string;
  hasMinutes: boolean;
};

export type SwitchesPageProps = {
  frame: ConsoleFrame;
  rows: SwitchRow[];
  minutes: string;
  problem: 'changed' | 'minutes' | null;
};

export function SwitchesPage({ frame, rows, minutes, problem }: SwitchesPageProps) {
  const { language } = frame.shell;
  const words = switchesCopy[language];
  const href = problem === 'minutes' ? '#minutes' : '#main';
  return (
    <ConsolePage frame={frame} title={words.title} isError={problem !== null}>
      <div class="flow">
        <ErrorSummary language={language} lines={problem ? [{ href, text: words.problems[problem] }] : []} />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p class="hint">{words.scope}</p>
        {rows.map((row) => (
          <OneSwitch frame={frame} row={row} minutes={minutes} problem={problem} />
        ))}
      </div>
    </ConsolePage>
  );
}

type OneProps = Pick<SwitchesPageProps, 'frame' | 'minutes' | 'problem'> & { row: SwitchRow };

function OneSwitch({ frame, row, minutes, problem }: OneProps) {
  const { language } = frame.shell;
  const words = switchesCopy[language];
  const { title, does, seen } = words.switches[row.name];
  const { since, until } = row;
  return (
    <section class="flow" id={row.name} aria-labelledby={`${row.name}-title`}>
      <h2 id={`${row.name}-title`}>
        {title}: {row.isOn ? words.on : words.off}
      </h2>
      {since && (
        <p>
          <strong>
            {until
              ? message(words.sinceUntil, { since, until }, language)
              : message(words.since, { since }, language)}
          </strong>
        </p>
      )}
      <p>{does}</p>
      <p>{seen}</p>
      <ConsoleForm
        shell={frame.shell}
        formToken={frame.formToken}
        action={`/organize/campaigns/${frame.campaign.slug}/switches`}
      >
        <input type="hidden" name="name" value={row.name} />
        <input type="hidden" name="seen" value={row.seen} />
        {row.hasMinutes && !row.isOn && (
          <TextField
            name="minutes"
            label={words.minutes}
            hint={words.minutesHint}
            language={language}
            value={minutes}
            inputmode="numeric"
            error={problem === 'minutes' ? words.problems.minutes : null}
          />
        )}
        <Button name="decision" value={row.isOn ? 'off' : 'on'} secondary working={words.working}>
          {row.isOn ? words.turnOff : words.turnOn}
          <span class="unseen">: {title}</span>
        </Button>
      </ConsoleForm>
    </section>
  );
}
