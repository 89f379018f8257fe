import { findContext } from '../../worker/actions/context.ts';
import { type SurveyContext, withSurvey } from '../../worker/surveys/cache.ts';
import type { TestApp } from './app.ts';
import { freshSlug, type KitOverrides, smallKit } from './factories.ts';
import { openKit } from './kits.ts';

export const both = (text: string) => ({ en: text, es: `${text} (es)` });
const asked = (id: string, title: string) => ({ id, title: both(title) });
const named = (id: string) => ({ id, label: both(id) });

/** A survey with a question of each kind that is counted, and one in people's own words. */
export function smallSurvey(slug = freshSlug('survey')) {
  return {
    slug,
    committee: 'safety',
    title: both('A small survey'),
    ask: both('Say what matters'),
    text: both('It asks little.'),
    opens_on: '2026-09-01',
    closes_on: '2027-06-30',
    sections: [
      {
        id: 'all',
        title: both('All of it'),
        questions: [
          {
            ...asked('fund', 'Should it be funded?'),
            kind: 'single',
            required: true,
            options: options('yes', 'no'),
          },
          {
            ...asked('how', 'How?'),
            kind: 'multiple',
            show_if: { question: 'fund', is: ['yes'] },
            options: options('tax', 'grant', 'fee'),
            at_most: 2,
          },
          {
            ...asked('order', 'In which order?'),
            kind: 'ranking',
            options: options('first', 'second', 'third'),
          },
          {
            ...asked('budget', 'How much for what?'),
            kind: 'allocation',
            lines: [
              { ...named('parks'), today: 40 },
              { ...named('training'), today: 60 },
            ],
            total: 100,
            step: 5,
            unit: both('%'),
          },
          { ...asked('sure', 'How sure are you?'), kind: 'scale', from: 1, to: 5 },
          { ...asked('where', 'Where do you work?'), kind: 'district' },
          { ...asked('own', 'In your own words'), kind: 'long-text', longest: 500, in_own_words: true },
        ],
      },
    ],
    suggestions: [
      { question: 'fund', answer: 'yes', reason: both('Because it helps.') },
      { question: 'budget', answer: { parks: 30, training: 70 }, reason: both('Training is cheap.') },
    ],
    links: [] as { code: string; source: string; answers?: Record<string, unknown> }[],
  };
}

function options(...ids: string[]) {
  return ids.map(named);
}

export type SmallSurvey = ReturnType<typeof smallSurvey>;
export type SurveyOverrides = KitOverrides & { survey?: Record<string, unknown> };

export function surveyKit({ survey, ...overrides }: SurveyOverrides = {}) {
  const kit = smallKit(overrides);
  const dates = {
    opens_on: kit.petitions[0]!.opens_on,
    ...('closes_on' in kit.petitions[0]! ? { closes_on: kit.petitions[0].closes_on } : {}),
  };
  return { ...kit, surveys: [{ ...smallSurvey(), ...dates, ...survey } as SmallSurvey] };
}

/** Opens a small campaign with a survey, and returns the survey's context. */
export async function openSurvey(app: TestApp, overrides: SurveyOverrides = {}): Promise<SurveyContext> {
  const kit = surveyKit(overrides);
  const opened = await openKit(app.deps.db, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(app.deps.db, kit.surveys[0]?.slug ?? '');
  const surveyScene = context && (await withSurvey(app.deps, context, app.now()));
  if (!surveyScene) throw new Error('the survey was not opened');
  return surveyScene;
}
