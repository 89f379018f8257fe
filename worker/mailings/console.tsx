import type { ConsoleSection, Waiting } from '../organize/console-section.ts';
import { mapQuery } from '../platform/query.ts';
import { newsActs, newsSubjects } from './news-acts.ts';
import { newsRoutes } from './news-routes.tsx';
import { previewRoutes } from './preview-routes.tsx';
import { sendRoutes } from './send-routes.tsx';
import { pausedQuery } from './store.ts';

const waitsWords = {
  'paused-mailings': {
    en: '{n, plural, one {# mail to supporters was paused by itself} other {# mails to supporters were paused by themselves}}',
    es: '{n, plural, one {# correo a quienes firmaron se puso en pausa por sí solo} other {# correos a quienes firmaron se pusieron en pausa por sí solos}}',
  },
};

/** What an organizer writes to the supporters of a campaign. */
export const newsSection: ConsoleSection = {
  verbs: {
    'look-at-news': { role: 'viewer' },
    'write-news': { role: 'editor' },
    'stop-news': { role: 'editor' },
    'send-news': { role: 'editor', stepUp: true },
  },
  menu: [
    {
      path: '/news',
      order: 42,
      label: { en: 'News to supporters', es: 'Noticias por correo' },
      verb: 'look-at-news',
      next: { en: 'Write to your supporters', es: 'Escribir a quienes firmaron' },
      counts: Object.keys(waitsWords),
    },
  ],
  waits: (db, campaign) =>
    mapQuery(pausedQuery(db, campaign.id), ({ n, oldest }): Waiting[] => [
      {
        kind: 'paused-mailings',
        words: waitsWords['paused-mailings'],
        count: n,
        oldestAt: oldest,
        path: '/news',
        verb: 'stop-news',
      },
    ]),
  routes(console) {
    newsRoutes(console);
    previewRoutes(console);
    sendRoutes(console);
  },
  acts: newsActs,
  subjects: newsSubjects,
  facts: {
    keys: {
      version: { en: 'version', es: 'versión' },
      petition: { en: 'to', es: 'a' },
      place: { en: 'place', es: 'lugar' },
      sends_at: { en: 'goes out', es: 'sale' },
      paused_by: { en: 'paused by itself because of', es: 'en pausa por sí solo debido a' },
    },
    codes: {
      draft: { en: 'draft', es: 'borrador' },
      ready: { en: 'counted', es: 'contado' },
      sending: { en: 'being sent', es: 'enviando' },
      paused: { en: 'paused', es: 'en pausa' },
      stopped: { en: 'stopped', es: 'detenido' },
      bounces: { en: 'addresses that rejected it', es: 'direcciones que lo rechazaron' },
      complaints: { en: 'complaints', es: 'quejas' },
    },
  },
};
