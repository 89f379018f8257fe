import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { webhooksConsoleCopy } from './console-copy.ts';

export type Problem = 'changed' | 'no-partner' | 'no-address' | 'no-event';
/** Shown in the answer to the press that made it, and never again. */
export type Secret = { id: string; text: string };

type Words = (typeof webhooksConsoleCopy)['en'];

type Webhook = {
  id: string;
  host: string;
  partner: string;
  events: string[];
  off: string | null;
  deliveries: { event: string; state: keyof Words['states']; when: string; answer: string }[];
};

export type WebhooksPageProps = {
  frame: ConsoleFrame;
  partners: { slug: string; name: string }[];
  webhooks: Webhook[];
  events: string[];
  typed: { partner: string; url: string; events: string[] };
  secret: Secret | null;
  problem: Problem | null;
};

const hrefs: Record<Problem, string> = {
  changed: '#main',
  'no-partner': '#partner',
  'no-address': '#url',
  'no-event': '#events',
};

export function WebhooksPage(props: WebhooksPageProps) {
  const { frame, webhooks, secret, problem, partners } = props;
  const { language } = frame.shell;
  const words = webhooksConsoleCopy[language];
  const lines = problem ? [{ href: hrefs[problem], text: words.problems[problem] }] : [];
  return (
    <ConsolePage frame={frame} title={words.title} isError={problem !== null}>
      <div class="flow">
        <ErrorSummary language={language} lines={lines} />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {secret && (
          <div class="notice" role="status">
            <p>{words.secret}</p>
            <p>
              <code class="address">{secret.text}</code>
            </p>
          </div>
        )}
        {webhooks.length === 0 && <p class="lead">{words.none}</p>}
        {webhooks.map((webhook) => (
          <One frame={frame} webhook={webhook} />
        ))}
        {partners.length > 0 ? <Add {...props} /> : <p>{words.noPartners}</p>}
      </div>
    </ConsolePage>
  );
}

function One({ frame, webhook }: { frame: ConsoleFrame; webhook: Webhook }) {
  const { shell, formToken, campaign } = frame;
  const { language } = shell;
  const words = webhooksConsoleCopy[language];
  const { id, host, partner, events, off, deliveries } = webhook;
  const { columns } = words;
  return (
    <section class="flow" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} class="address">
        {message(words.of, { host, partner }, language)}
      </h2>
      <p>
        {off ? message(words.off, { date: off }, language) : words.on}{' '}
        <span class="hint">{events.join(', ')}</span>
      </p>
      {deliveries.length === 0 && <p>{words.nothing}</p>}
      {deliveries.length > 0 && (
        <Table
          asList
          caption={words.deliveries}
          columns={[columns.when, columns.event, columns.state, columns.answer].map((label) => ({ label }))}
          rows={deliveries.map(({ when, event, state, answer }) => [
            when,
            <code>{event}</code>,
            words.states[state],
            <span class="address" translate="no">
              {answer || words.silent}
            </span>,
          ])}
        />
      )}
      {!off && (
        <ConsoleForm
          shell={shell}
          formToken={formToken}
          action={`/organize/campaigns/${campaign.slug}/webhooks/${id}`}
        >
          <p class="choices">
            {(['try', 'rotate', 'end'] as const).map((choice) => (
              <Button name="decision" value={choice} secondary working={words.working}>
                {words.choices[choice]}
                <span class="unseen"> {host}</span>
              </Button>
            ))}
          </p>
          <p class="hint">{words.effects}</p>
        </ConsoleForm>
      )}
    </section>
  );
}

function Add({ frame, partners, events, typed, problem }: WebhooksPageProps) {
  const { shell, formToken, campaign } = frame;
  const { language } = shell;
  const words = webhooksConsoleCopy[language];
  const errorOf = (one: Problem) => (problem === one ? words.problems[one] : null);
  return (
    <section class="flow">
      <h2>{words.add}</h2>
      <ConsoleForm
        shell={shell}
        formToken={formToken}
        action={`/organize/campaigns/${campaign.slug}/webhooks`}
      >
        <Select
          name="partner"
          label={words.partner}
          language={language}
          value={typed.partner}
          options={partners.map(({ slug, name }) => ({ value: slug, label: name }))}
          error={errorOf('no-partner')}
        />
        <TextField
          name="url"
          label={words.url}
          hint={words.urlHint}
          language={language}
          value={typed.url}
          error={errorOf('no-address')}
        />
        <fieldset id="events">
          <legend>{words.events}</legend>
          {errorOf('no-event') && <p class="error">{errorOf('no-event')}</p>}
          {events.map((event) => (
            <p>
              <label>
                <input type="checkbox" name="events" value={event} checked={typed.events.includes(event)} />{' '}
                <code>{event}</code>
              </label>
            </p>
          ))}
        </fieldset>
        <Button working={words.working}>{words.addButton}</Button>
      </ConsoleForm>
    </section>
  );
}
