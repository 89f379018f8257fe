import { formatInstant } from '../../web/language.ts';
import type { Partner } from '../coalition/rules.ts';
import { listPartners } from '../coalition/store.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { subjectText } from '../organize/subject-words.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { listQuery, mapQuery, runQuery } from '../platform/query.ts';
import { addWebhook, endWebhook, rotateSecret, tryWebhook, undoEnd } from './change-webhook.ts';
import { type Problem, type Secret, WebhooksPage } from './pages/console-page.tsx';
import { webhookEvents, webhookUrl } from './rules.ts';
import { findWebhookPlace, type WebhookWithDeliveries, webhooksOfPartnerQuery } from './store.ts';
import { webhookSubjectsQuery } from './subject-store.ts';

const lastShown = 5;
const partnersShown = 50;

const webhookWords = { en: 'The webhook of {title} at {host}', es: 'El webhook de {title} en {host}' };

/** Programs of partners that are told what happens. */
export const webhooksConsole: ConsoleSection = {
  verbs: { 'manage-webhooks': { role: 'editor', stepUp: true } },
  menu: [
    { path: '/webhooks', order: 90, label: { en: 'Webhooks', es: 'Webhooks' }, verb: 'manage-webhooks' },
  ],
  routes(console) {
    console.get('/webhooks', 'manage-webhooks', (c) => webhooksPage(c));
    console.post('/webhooks', 'manage-webhooks', add);
    console.post('/webhooks/:webhook', 'manage-webhooks', change);
  },
  subjects: (db, { id }, subjects) =>
    mapQuery(webhookSubjectsQuery(db, id, subjects), (found) => {
      const page = { path: '/webhooks', verb: 'manage-webhooks' };
      // Of the address only the host: the rest can hold a password.
      return new Map(
        found.map(({ id: one, url, titles }) => [
          one,
          { words: subjectText(webhookWords, { titles, host: new URL(url).host }), page },
        ]),
      );
    }),
  acts: {
    'add-webhook': {
      words: { en: 'A webhook was added', es: 'Se añadió un webhook' },
      verb: 'manage-webhooks',
    },
    'rotate-webhook-secret': {
      words: { en: 'A webhook got a new secret', es: 'Un webhook recibió un secreto nuevo' },
      verb: 'manage-webhooks',
    },
    'end-webhook': {
      words: { en: 'A webhook was ended', es: 'Se terminó un webhook' },
      verb: 'manage-webhooks',
      undo: undoEnd,
    },
    'try-webhook': {
      words: { en: 'A test goes out with the next delivery', es: 'Una prueba sale con el próximo envío' },
      verb: 'manage-webhooks',
    },
  },
};

type Extra = { secret?: Secret | null; problem?: Problem | null };

async function webhooksPage(c: ConsoleContext, { secret = null, problem = null }: Extra = {}) {
  const { deps, campaign, language, form } = c.var;
  const [frame, partners] = await Promise.all([consoleFrame(c), activePartners(c)]);
  const queries = partners.map(({ id }) => webhooksOfPartnerQuery(deps.db, id, lastShown));
  const found = await runQuery(deps.db, listQuery(queries));
  const told = (at: Date) => formatInstant(at, campaign.timeZone, language);
  const page = (
    <WebhooksPage
      frame={frame}
      partners={partners.map(({ slug, name }) => ({ slug, name: name[language] }))}
      webhooks={partners.flatMap(({ name }, index) =>
        (found[index] ?? []).map((webhook) => ({ ...shownOf(webhook, told), partner: name[language] })),
      )}
      events={[...webhookEvents]}
      typed={{
        partner: form.values.partner ?? '',
        url: form.values.url ?? '',
        events: form.all.events ?? [...webhookEvents],
      }}
      secret={secret}
      problem={problem}
    />
  );
  return c.html(page, problem === null ? 200 : problem === 'changed' ? 409 : 422);
}

async function activePartners({ var: { deps, campaign } }: ConsoleContext): Promise<Partner[]> {
  const partners = await listPartners(deps.db, campaign.id);
  return partners.filter(({ retired }) => !retired).slice(0, partnersShown);
}

function shownOf(
  { id, url, events, offAt, lastDeliveries }: WebhookWithDeliveries,
  told: (at: Date) => string,
) {
  return {
    id,
    // The path may contain a secret.
    host: new URL(url).host,
    events,
    off: offAt && told(offAt),
    deliveries: lastDeliveries.map(({ event, state, lastStatus, lastAnswer, lastAt }) => {
      return { event, state, when: told(lastAt), answer: [lastStatus, lastAnswer].filter(Boolean).join(' ') };
    }),
  };
}

async function add(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const partner = (await activePartners(c)).find(({ slug }) => slug === form.values.partner);
  if (!partner) return webhooksPage(c, { problem: 'no-partner' });
  const local = deps.settings.environment === 'local';
  const url = webhookUrl((form.values.url ?? '').trim(), { local });
  if (url === null) return webhooksPage(c, { problem: 'no-address' });
  const events = webhookEvents.filter((event) => form.all.events?.includes(event));
  if (events.length === 0) return webhooksPage(c, { problem: 'no-event' });
  const added = await addWebhook(deps, { partner, url, events, campaign, actor: organizer.id, now });
  if (!added.ok) return webhooksPage(c, { problem: 'changed' });
  return webhooksPage(c, { secret: { id: added.value.id, text: added.value.secret } });
}

async function change(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const id = c.req.param('webhook') ?? '';
  const place = await findWebhookPlace(deps.db, id);
  if (place?.campaign.id !== campaign.id) return refuse(c, 'not-found');
  const by = { id, campaign, actor: organizer.id, now };
  if (form.values.decision === 'rotate') {
    const rotated = await rotateSecret(deps, by);
    if (!rotated.ok) return webhooksPage(c, { problem: 'changed' });
    return webhooksPage(c, { secret: { id, text: rotated.value.secret } });
  }
  const verb = { end: endWebhook, try: tryWebhook }[form.values.decision ?? ''];
  if (!verb) return refuse(c, 'bad-request');
  const done = await verb(deps, by);
  if (!done.ok) return webhooksPage(c, { problem: 'changed' });
  if (verb === tryWebhook) await deps.wakeOutbox();
  return c.redirect(withDone(consolePath(campaign, '/webhooks'), done.value.act), 303);
}
