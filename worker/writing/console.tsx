import { titlesQuery } from '../actions/decide-store.ts';
import type { FormPage } from '../kits/form-rules.ts';
import type { Sections } from '../kits/parse.ts';
import type { ActSubject, ConsoleSection } from '../organize/console-section.ts';
import { mapQuery } from '../platform/query.ts';
import { actionRoutes } from './action-routes.tsx';
import { cityRoutes } from './city-routes.tsx';
import { undoDecision } from './decide-action.ts';
import { undoSchedule, undoThrow } from './decide-draft.ts';
import { failedQuery } from './draft-store.ts';
import { pagesOf } from './form-places.ts';
import { historyRoutes } from './history-routes.tsx';
import { kitRoutes } from './kit-routes.tsx';
import { newRoutes } from './new-routes.tsx';
import { undoSave } from './undo-save.ts';
import { writeRoutes } from './write-routes.tsx';

/** What organizers write: the draft of a campaign, and how it is published. */
export const writingSection = async (sections: Sections): Promise<ConsoleSection> => {
  const pages = await pagesOf(sections);
  return {
    verbs: {
      write: { role: 'editor' },
      'decide-actions': { role: 'owner', stepUp: true },
    },
    menu: [
      {
        path: '/write',
        order: 48,
        label: { en: 'Write and publish', es: 'Escribir y publicar' },
        verb: 'write',
        counts: 'unpublished-draft',
      },
    ],
    waits: (db, campaign) =>
      mapQuery(failedQuery(db, campaign.id), (failedAt) =>
        failedAt
          ? [
              {
                kind: 'unpublished-draft',
                words: {
                  en: 'A draft was not published at its time',
                  es: 'Un borrador no se publicó a su hora',
                },
                count: 1,
                oldestAt: failedAt,
                path: '/write',
                verb: 'write',
              },
            ]
          : [],
      ),
    outside(outside) {
      newRoutes(outside, sections);
      cityRoutes(outside, sections);
    },
    homeLink: { path: '/new', label: { en: 'Start a campaign', es: 'Empezar una campaña' } },
    routes(console) {
      writeRoutes(console, sections);
      historyRoutes(console, sections);
      kitRoutes(console, sections);
      actionRoutes(console);
    },
    subjects: (db, { id, slug }, asked) =>
      mapQuery(titlesQuery(db, id, asked), (titles) => {
        const actions = [...titles].map(([name, words]): [string, ActSubject] => [
          name,
          { words, page: { path: '/write/actions', verb: 'decide-actions' } },
        ]);
        // A petition may have the slug of its campaign, and is what is decided on then.
        return new Map([...subjectsOf(slug, pages), ...actions]);
      }),
    acts: {
      'create-campaign': {
        words: { en: 'The campaign was started', es: 'Se empezó la campaña' },
        verb: 'write',
      },
      'edit-draft': {
        words: { en: 'The draft was changed: {subject}', es: 'Se cambió el borrador: {subject}' },
        verb: 'write',
        undo: undoSave,
      },
      'take-in-public': {
        words: {
          en: 'What became public meanwhile was taken into the draft',
          es: 'Se incluyó en el borrador lo que se publicó mientras tanto',
        },
        verb: 'write',
      },
      'publish-kit': {
        words: { en: 'The draft was published', es: 'Se publicó el borrador' },
        verb: 'write',
      },
      'throw-draft-away': {
        words: { en: 'The draft was thrown away', es: 'Se desechó el borrador' },
        verb: 'write',
        undo: undoThrow,
      },
      'schedule-draft': {
        words: {
          en: 'A time to publish the draft was set',
          es: 'Se fijó una hora para publicar el borrador',
        },
        verb: 'write',
        undo: undoSchedule,
      },
      'unschedule-draft': {
        words: {
          en: 'The draft is not published by itself any more',
          es: 'El borrador ya no se publica solo',
        },
        verb: 'write',
      },
      'open-action': {
        words: { en: '{subject} was opened', es: 'Se abrió {subject}' },
        verb: 'decide-actions',
        undo: undoDecision,
      },
      'close-action': {
        words: { en: '{subject} was closed', es: 'Se cerró {subject}' },
        verb: 'decide-actions',
        undo: undoDecision,
      },
      'reopen-action': {
        words: { en: '{subject} was opened again', es: 'Se abrió de nuevo {subject}' },
        verb: 'decide-actions',
        undo: undoDecision,
      },
      'reject-action': {
        words: { en: '{subject} was rejected', es: 'Se rechazó {subject}' },
        verb: 'decide-actions',
        undo: undoDecision,
      },
      'remove-action': {
        words: { en: '{subject} was removed', es: 'Se quitó {subject}' },
        verb: 'decide-actions',
        undo: undoDecision,
      },
      'share-draft': {
        words: { en: 'A private link to the draft was made', es: 'Se hizo un enlace privado al borrador' },
        verb: 'write',
      },
      'end-draft-link': {
        words: {
          en: 'The private link to the draft was ended',
          es: 'Se terminó el enlace privado al borrador',
        },
        verb: 'write',
      },
    },
    facts: {
      hidden: ['draft', 'hash'],
      keys: {
        version: { en: 'save', es: 'guardado' },
        spelled: { en: 'only the spelling changed', es: 'solo cambió la ortografía' },
        until: { en: 'works until', es: 'sirve hasta' },
        closed: { en: 'closed', es: 'cierre' },
      },
      codes: {
        file: { en: 'kit file', es: 'archivo del kit' },
        version: { en: 'earlier version', es: 'versión anterior' },
        campaign: { en: 'campaign', es: 'campaña' },
        petitions: { en: 'petitions', es: 'peticiones' },
        surveys: { en: 'surveys', es: 'encuestas' },
      },
    },
  };
};

/** What drafts are of: the whole, a file, or the part of one form. */
function subjectsOf(campaign: string, pages: readonly FormPage[]): ReadonlyMap<string, ActSubject> {
  const at = (words: ActSubject['words'], path: string): ActSubject => {
    return { words, page: { path, verb: 'write' } };
  };
  return new Map([
    ...pages.map(({ slug, title }): [string, ActSubject] => [slug, at(title, `/write/edit?page=${slug}`)]),
    [campaign, at({ en: 'Draft', es: 'Borrador' }, '/write')],
    ['campaign', at({ en: 'Texts of the campaign', es: 'Textos de la campaña' }, '/write/edit')],
    ['file', at({ en: 'Kit file', es: 'Archivo del kit' }, '/write/kit')],
    ['version', at({ en: 'Earlier version', es: 'Versión anterior' }, '/write/history')],
  ]);
}
