import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * What takes longest, longest first. Whatever begins last runs alone at the end, while the other core idles. A machine
 * that has run the tests before knows the durations, but not on which files another project waits.
 */
const slow = [
  'test/commands/start.test.ts',
  'test/browser/console-pages.test.ts',
  'test/browser/petition-pages.test.ts',
  'test/browser/embed-hosts.test.ts',
  'test/browser/embed-turnstile.test.ts',
  'test/browser/embed.test.ts',
  'test/browser/back.test.ts',
  'test/browser/moderation.test.ts',
  'test/browser/organizers.test.ts',
  'test/browser/posters.test.ts',
  'test/browser/news.test.ts',
  'test/faults/kill.test.ts',
  'test/commands/kit.test.ts',
  'test/faults/cron.test.ts',
  'test/surveys/digest/survey-weeks.test.ts',
  'test/invalidation/invalidation.test.ts',
  'test/webhooks/webhooks.test.ts',
  'test/organize/without-districts.test.ts',
  'test/forms/charlotte.test.ts',
  'test/signatures/owner.test.ts',
];

/**
 * The command that starts a server waits most of its time, so it begins beside the browsers. A worker of vitest goes on
 * with the next file only if that is of the same project, so projects are not mixed otherwise.
 */
const projects = ['journeys', 'node', 'house', 'worker'];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = slow.indexOf(relative(this.ctx.config.root, moduleId));
      return place < 0 ? slow.length : place;
    };
    const projectOf = (file: TestSpecification) =>
      placeOf(file) === 0 ? -1 : projects.indexOf(file.project.name);
    return sorted.toSorted((a, b) => projectOf(a) - projectOf(b) || placeOf(a) - placeOf(b));
  }
}
