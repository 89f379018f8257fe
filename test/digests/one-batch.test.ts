import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { watchDb } from '../support/watched-db.ts';
import { answer, surveyOfNovember } from '../surveys/digest/survey-weeks.ts';

test('the staff page is one batch: committee, campaign, the week, its sentences, the list and the numbers of now', async () => {
  const { app, context, path } = await surveyOfNovember();
  for (let n = 0; n < 5; n += 1) {
    const answers = { fund: 'yes', own: `Sentence number ${n}` };
    await answer(app, context, `2026-11-24T1${n}:00:00Z`, { answers, shareWords: true });
  }
  await env.DB.prepare(`UPDATE responses SET words_state = 'shown'`).run();
  await app.cron('2026-11-30T12:15:00Z');
  let calls = 0;
  const db = watchDb({
    call(work, statements) {
      // Every request asks for the switches, which a site remembers for a while.
      if (statements.every(({ sql }) => !sql.includes('switches'))) calls += 1;
      return work();
    },
  });
  const watched = testApp({}, { db });
  watched.setNow('2026-12-01T12:00:00Z');
  for (const asked of [path, `${path}?week=2026-W48`, `${path}?week=2020-W01`, `${path}?before=2026-W48`]) {
    calls = 0;
    const html = await (await watched.request(asked)).text();
    expect([asked, calls]).toEqual([asked, 1]);
    if (asked === path) expect(html).toContain('Sentence number 4');
  }
});
