import type { ConsoleSection } from '../organize/console-section.ts';
import { subjectText } from '../organize/subject-words.ts';
import { mapQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { idIn, subjectOf } from './announce.ts';
import { samplesRoutes } from './console-routes.tsx';
import { sampleSubjectsQuery, waitingSamplesQuery } from './store.ts';

const waitsWords = {
  announced: {
    en: '{n, plural, one {The seed of a sample can be entered} other {The seeds of # samples can be entered}}',
    es: '{n, plural, one {Ya se puede anotar la semilla de una muestra} other {Ya se pueden anotar las semillas de # muestras}}',
  },
  drawn: {
    en: '{n, plural, one {A sample is drawn and waits for its mails} other {# samples are drawn and wait for their mails}}',
    es: '{n, plural, one {Una muestra está sacada y espera sus correos} other {# muestras están sacadas y esperan sus correos}}',
  },
};
const kindOf = { announced: 'sample-seeds', drawn: 'sample-mails' } as const;
const verbOf = { announced: 'announce-sample', drawn: 'ask-sample' } as const;

/**
 * Samples of signatures, whose owners are asked whether they signed. None of its acts can be undone: what was public
 * stays told. To cancel a sample is an act of its own.
 */
export const samplesSection: ConsoleSection = {
  verbs: {
    'look-at-samples': { role: 'viewer' },
    'announce-sample': { role: 'editor' },
    'ask-sample': { role: 'editor', stepUp: true },
  },
  menu: [
    {
      path: '/samples',
      order: 47,
      label: { en: 'Asking a sample', es: 'Preguntar a una muestra' },
      verb: 'look-at-samples',
      counts: Object.values(kindOf),
    },
  ],
  waits: (db, campaign, now) =>
    mapQuery(waitingSamplesQuery(db, campaign.id, dateIn(campaign.timeZone, now)), (waiting) =>
      (['announced', 'drawn'] as const).map((state) => ({
        ...{ kind: kindOf[state], words: waitsWords[state], verb: verbOf[state] },
        ...{ count: waiting[state].n, oldestAt: waiting[state].oldest, path: '/samples' },
      })),
    ),
  routes: samplesRoutes,
  subjects: (db, { id }, subjects) =>
    mapQuery(
      sampleSubjectsQuery(
        db,
        id,
        subjects.flatMap((subject) => idIn(subject) ?? []),
      ),
      (found) =>
        new Map(
          found.map((sample) => [
            subjectOf(sample.id),
            {
              words: subjectText(
                { en: 'of “{title}” (number {id})', es: 'de «{title}» (número {id})' },
                { titles: sample.titles, id: sample.id },
              ),
              page: { path: `/samples/${sample.id}`, verb: 'look-at-samples' },
            },
          ]),
        ),
    ),
  acts: {
    'announce-sample': {
      words: { en: 'A sample {subject} was announced', es: 'Se anunció una muestra {subject}' },
      verb: 'announce-sample',
    },
    'give-sample-seed': {
      words: {
        en: 'The seed of a sample {subject} was entered',
        es: 'Se anotó la semilla de una muestra {subject}',
      },
      verb: 'announce-sample',
    },
    'ask-sample': {
      words: {
        en: '{count, plural, one {One person} other {# people}} in a sample {subject} {count, plural, one {was} other {were}} asked whether they signed',
        es: 'Se preguntó si firmaron a {count, plural, one {una persona} other {# personas}} de una muestra {subject}',
      },
      verb: 'ask-sample',
    },
    'cancel-sample': {
      words: { en: 'A sample {subject} was cancelled', es: 'Se canceló una muestra {subject}' },
      verb: 'announce-sample',
    },
  },
  facts: {
    keys: {
      'sample size': { en: 'to be drawn', es: 'por sacar' },
      week: { en: 'week', es: 'semana' },
    },
  },
};
