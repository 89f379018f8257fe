import { Table } from '../../../web/components/table.tsx';
import { formatInstant, type Language, message } from '../../../web/language.ts';
import { webhooksCopy } from './copy.ts';

export type ShownWebhook = {
  /** The address without its path, which may hold a secret of its own. */
  host: string;
  isOn: boolean;
  last: {
    event: string;
    state: 'waiting' | 'delivered' | 'failed';
    /** null where nothing came back. */
    status: number | null;
    answer: string | null;
    at: Date;
  }[];
};

export type WebhooksProps = { webhooks: ShownWebhook[]; timeZone: string; language: Language };

/** What the partner's own programs were told last, and what they answered. Nothing where it has none. */
export function Webhooks({ webhooks, timeZone, language }: WebhooksProps) {
  const words = webhooksCopy[language];
  const { columns } = words;
  if (webhooks.length === 0) return null;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      {webhooks.map(({ host, isOn, last }) => (
        <>
          <h3>{message(isOn ? words.on : words.off, { host }, language)}</h3>
          {last.length === 0 && <p>{words.none}</p>}
          {last.length > 0 && (
            <Table
              wide
              caption={message(words.caption, { host }, language)}
              columns={[columns.when, columns.event, columns.state, columns.answer].map((label) => ({
                label,
              }))}
              rows={last.map(({ event, state, status, answer, at }) => [
                formatInstant(at, timeZone, language),
                <code>{event}</code>,
                words.states[state],
                <span translate="no">{[status ?? words.silent, answer].filter(Boolean).join(' ')}</span>,
              ])}
            />
          )}
        </>
      ))}
    </div>
  );
}
