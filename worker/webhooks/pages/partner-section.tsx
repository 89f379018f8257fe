import { Table } from '../../../web/components/table.tsx';
import { formatInstant, type Language, message } from '../../../web/language.ts';
import type { WebhookWithDeliveries } from '../store.ts';
import { webhooksCopy } from './copy.ts';

export type WebhooksProps = { webhooks: WebhookWithDeliveries[]; timeZone: string; language: Language };

/** The last events sent to the partner's webhooks, with the answers. Nothing if it has none. */
export function Webhooks({ webhooks, timeZone, language }: WebhooksProps) {
  const words = webhooksCopy[language];
  if (webhooks.length === 0) return null;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      {webhooks.map((webhook) => (
        <Webhook webhook={webhook} timeZone={timeZone} language={language} />
      ))}
    </div>
  );
}

type WebhookProps = Omit<WebhooksProps, 'webhooks'> & { webhook: WebhookWithDeliveries };

function Webhook({ webhook, timeZone, language }: WebhookProps) {
  const words = webhooksCopy[language];
  const { columns } = words;
  // Shows only the host, since the path may contain a secret.
  const { host } = new URL(webhook.url);
  return (
    <>
      <h3>{message(webhook.offAt === null ? words.on : words.off, { host }, language)}</h3>
      {webhook.lastDeliveries.length === 0 && <p>{words.none}</p>}
      {webhook.lastDeliveries.length > 0 && (
        <Table
          wide
          caption={message(words.caption, { host }, language)}
          columns={[columns.when, columns.event, columns.state, columns.answer].map((label) => ({ label }))}
          rows={webhook.lastDeliveries.map(({ event, state, lastStatus, lastAnswer, lastAt }) => [
            formatInstant(lastAt, timeZone, language),
            <code>{event}</code>,
            words.states[state],
            <span translate="no">{[lastStatus ?? words.silent, lastAnswer].filter(Boolean).join(' ')}</span>,
          ])}
        />
      )}
    </>
  );
}
