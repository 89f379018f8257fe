import * as z from 'zod';
import { campaignKitSection } from '../campaigns/kit.ts';
import { nameList, namesAt } from '../kits/names.ts';
import { list, name, part, problemIf, repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type LessonOfKit, type TrainingOfKit, trainingKeys } from './kit-schema.ts';
import { deleteTrainingStatements, saveTrainingStatements, trainingSnapshotStatements } from './kit-store.ts';
import type { Module, Training } from './rules.ts';

export const lessonNames = nameList('a lesson of the training');

export const trainingKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).trainingForms,
  needs: [campaignKitSection],
  keys: trainingKeys,
  skeleton: {
    training: part({}),
    lessons: list({
      slug: name,
      questions: list({ slug: name }),
      reviewed_on: z.unknown().optional(),
      reviewed_by: z.unknown().optional(),
    }),
  },
  names: ({ lessons }) => [
    { list: lessonNames, one: 'a lesson', names: namesAt('lessons', 'slug', lessons) },
  ],
  references: ({ training, lessons }) => [
    ...problemIf(training !== null && lessons.length === 0, 'training', 'needs a lesson'),
    ...problemIf(training === null && lessons.length > 0, 'training', 'is missing: the lessons belong to it'),
    ...lessons.flatMap((lesson, i) => {
      const [hasDay, hasRole] = [lesson?.reviewed_on !== undefined, lesson?.reviewed_by !== undefined];
      return [
        ...repeatedSlugs(`lessons[${i}].questions`, lesson?.questions ?? []),
        ...problemIf(hasDay && !hasRole, `lessons[${i}].reviewed_by`, 'is missing'),
        ...problemIf(hasRole && !hasDay, `lessons[${i}].reviewed_on`, 'is missing'),
      ];
    }),
  ],
  dated: ({ lessons, ...kit }, now) => {
    const today = dateIn(cityKitSection.of(kit).city.time_zone, now);
    return lessons.flatMap(({ reviewed_on }, i) =>
      problemIf(
        (reviewed_on ?? today) > today,
        `lessons[${i}].reviewed_on`,
        'is in the future: write the day on which somebody reviewed it',
      ),
    );
  },
  // For the console's menu.
  content: ({ training }) => (training ? { training: true } : {}),
  open: ({ training, lessons, campaign }, { db }) =>
    saveTrainingStatements(
      db,
      campaign.slug,
      training ? { training: trainingOf(training), modules: lessons.map(moduleOf) } : null,
    ),
  takeBack: ({ campaign }, { db }) => deleteTrainingStatements(db, campaign.slug),
  entries: ({ training, lessons }) =>
    training ? [{ label: 'training' }, ...lessons.map(({ slug }) => ({ label: `lesson ${slug}` }))] : [],
  snapshot: ({ campaign }, { db }) => trainingSnapshotStatements(db, campaign.slug),
});

function trainingOf({ name, lead, certificate, share }: TrainingOfKit): Training {
  return { name, lead, certificate, share: share ?? null };
}

function moduleOf({ reviewed_on, reviewed_by, ...module }: LessonOfKit): Module {
  return {
    ...module,
    lesson: module.lesson.map((one) => ({
      ...one,
      sources: one.sources.map(({ name, url }) => ({ name, url: url ?? null })),
    })),
    questions: module.questions.map((question) => ({
      ...question,
      answers: question.answers.map(({ text, reason, right }) => ({ text, reason, isRight: right })),
    })),
    review: reviewed_on && reviewed_by ? { on: reviewed_on, by: reviewed_by } : null,
  };
}
