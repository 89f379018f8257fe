import { both, surveyKit } from '../support/surveys.ts';

export { both };

export const figure = (amount: number, more: object = {}) => ({
  ...{ amount, source: both('Adopted budget'), page: '84', year: 2026 },
  ...more,
});

export const someLine = (slug: string, more: object = {}) => ({
  ...{ slug, name: both(`Line ${slug}`) },
  ...more,
});

/** A campaign with a survey and a comparison of its budget. */
export function kitWithBudget(comparison: object = {}, overrides: Parameters<typeof surveyKit>[0] = {}) {
  const kit = surveyKit(overrides);
  const survey = kit.surveys[0]!.slug;
  return {
    ...kit,
    budget: [
      {
        slug: `${kit.city.slug}-budget`,
        title: both('The budget'),
        lead: both('What it says.'),
        lines: [
          someLine('training', {
            about: both('For every officer.'),
            adopted: figure(100_000),
            proposed: figure(120_000, { page: '12', source: both('Proposed budget'), year: 2027 }),
            asked: figure(150_000, { source: both('The campaign'), page: undefined }),
            answers: { survey, question: 'budget', line: 'training', one_is: figure(2500) },
          }),
          someLine('parks', {
            adopted: figure(80_000),
            proposed: { amount: null },
            not_known: both('What is proposed.'),
          }),
        ],
        residents: figure(60_000, { source: both('Census'), page: undefined, year: 2020 }),
        unit: { name: both('one officer trained'), cost: figure(400, { source: both('The state') }) },
        not_known: both('What an arrest costs.'),
        concerns: [
          {
            heading: both('If you are against it'),
            text: both('It is **one** line.'),
            sources: [{ name: both('The campaign') }],
          },
        ],
        share: both('Look: {link}'),
        ...comparison,
      },
    ],
  };
}
