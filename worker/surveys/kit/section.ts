import * as z from 'zod';
import {
  actionEntry,
  actionNames,
  actionOf,
  actionsAsTheyStand,
  pastClosings,
  rejectionProblems,
  signedTexts,
  takenActions,
} from '../../actions/kit.ts';
import {
  actionsSnapshotStatement,
  deleteActionsStatements,
  saveActionsStatements,
} from '../../actions/kit-store.ts';
import { campaignKitSection } from '../../campaigns/kit.ts';
import { linkEntries, linkNames, takenLinks } from '../../coalition/kit-links.ts';
import { type ShortLink, saveShortLinksStatement } from '../../coalition/kit-store.ts';
import { councilKitSection, councilSlugs } from '../../councils/kit.ts';
import { namesAt } from '../../kits/names.ts';
import { kitSection } from '../../kits/section.ts';
import { rawOfAnswers } from '../answer-rules.ts';
import {
  deleteSurveysStatement,
  listChangedKinds,
  saveSurveysStatement,
  surveysSnapshotStatement,
} from '../kit-store.ts';
import { surveyOf } from '../survey.ts';
import { answeredWords } from './answered-words.ts';
import { inSurveys, surveysSkeleton } from './references.ts';
import { type KitSurvey, survey } from './schema.ts';

export const surveyKitSection = kitSection({
  forms: async () => (await import('./forms.ts')).surveyForms,
  needs: [councilKitSection, campaignKitSection],
  keys: { surveys: z.array(survey).max(20).default([]) },
  skeleton: { surveys: surveysSkeleton },
  names: ({ surveys }) => [
    { list: actionNames, one: 'a survey', names: namesAt('surveys', 'slug', surveys) },
    linkNames('surveys', surveys),
  ],
  references: ({ surveys }, names) => inSurveys(surveys, names),
  refusals: async ({ surveys }, stored) => [
    ...(await takenActions('survey', surveys, stored)),
    ...(await takenLinks('surveys', surveys, stored)),
    ...(await listChangedKinds(stored.db, surveys)),
  ],
  check: ({ surveys }) => rejectionProblems('survey', surveys),
  closings: ({ surveys }, closing) => pastClosings('survey', surveys, closing),
  open: ({ surveys, campaign }, opening) => [
    ...saveActionsStatements(
      opening.db,
      surveys.map((survey) => ({ kind: 'survey', ...actionOf(survey, opening), asksStreet: false })),
      { campaign: campaign.slug, ...councilSlugs(opening.kit), now: opening.now },
    ),
    saveSurveysStatement(
      opening.db,
      surveys.map((survey) => ({ slug: survey.slug, content: surveyOf(survey) })),
      { campaign: campaign.slug, now: opening.now },
    ),
    saveShortLinksStatement(opening.db, campaign.slug, surveys.flatMap(linksOf)),
  ],
  takeBack: ({ campaign }, { db }) => [
    deleteSurveysStatement(db, campaign.slug),
    ...deleteActionsStatements(db, { kind: 'survey', campaign: campaign.slug }),
  ],
  entries: ({ surveys }) => [
    ...surveys.map((survey) => actionEntry('survey', survey)),
    ...linkEntries(surveys),
  ],
  snapshot: ({ campaign }, { db }) => [
    actionsSnapshotStatement(db, { kind: 'survey', campaign: campaign.slug }),
    surveysSnapshotStatement(db, campaign.slug),
  ],
  asItStands: (json, _part, stored) => actionsAsTheyStand('survey', json, stored),
  texts: ({ surveys }) =>
    signedTexts('survey', surveys).map((text, at) => {
      return { ...text, answered: answeredWords(surveys[at] ?? { sections: [] }) };
    }),
});

/** Links may fill in answers. */
function linksOf(survey: KitSurvey): ShortLink[] {
  return survey.links.map(({ code, source, answers }) => {
    const query = new URLSearchParams({ source });
    for (const [field, values] of Object.entries(rawOfAnswers(surveyOf(survey), answers ?? {}))) {
      for (const value of values) query.append(field, value);
    }
    return { code, target: `/surveys/${survey.slug}?${query}` };
  });
}
