import { env } from 'cloudflare:workers';
import { staffToken } from '../../../worker/digests/links.ts';
import { weekIn } from '../../../worker/platform/time/clock.ts';
import type { SurveyContext } from '../../../worker/surveys/cache.ts';
import { sendKeyOf } from '../../../worker/surveys/carry/send-key.ts';
import type { SurveyTally } from '../../../worker/surveys/digest/survey-tally-rules.ts';
import { type StoredContent, storedDigests } from '../../digests/stored.ts';
import { committeeOf } from '../../digests/two-weeks.ts';
import { type TestApp, testApp } from '../../support/app.ts';
import { openSurvey } from '../../support/surveys.ts';
import { confirmedResponse, type Sent } from '../support.ts';

const newYork = 'America/New_York';

/** A survey that opened on Monday, November 23, 2026, and the link to its committee's staff page. */
export async function surveyOfNovember(overrides: Parameters<typeof openSurvey>[1] = {}) {
  const app = testApp();
  const context = await openSurvey(app, overrides);
  const { id, contact_email } = await committeeOf(context.action.id);
  return {
    app,
    context,
    committeeId: id,
    contactEmail: contact_email,
    path: `/tallies/${await staffToken(app.deps.keyring, id, 1)}`,
    tallies: async () =>
      (await storedDigests(id)).map(({ content }) => surveyIn(content, context.action.slug)),
  };
}

function surveyIn(content: StoredContent, slug: string): SurveyTally {
  const tally = content.surveys?.find((one) => one.slug === slug);
  if (!tally) throw new Error('the digest does not tell of the survey');
  return tally;
}

let minted = 0;

/** A new person answers at this instant and confirms at once. */
export async function answer(
  app: TestApp,
  context: SurveyContext,
  at: string,
  { place, ...sent }: Sent & { place?: string } = {},
) {
  minted += 1;
  app.setNow(at);
  const email = `person-${minted}@${context.action.slug}.example`;
  const zip = place === undefined ? '28202' : '28299';
  const person = { given_name: `Person ${minted}`, email, zip, ...(place ? { district: place } : {}) };
  return confirmedResponse(app, context, { ...sent, person: { ...person, ...sent.person } });
}

/** Moves to another place, as the person's own page does. */
export async function move(id: string, place: string, at: string) {
  const when = new Date(at);
  await env.DB.prepare(
    'UPDATE signatures SET place = ?2, changed_at = ?3, changed_week = ?4 WHERE id = ?1 AND place <> ?2',
  )
    .bind(id, place, when.getTime(), weekIn(newYork, when))
    .run();
}

/** Goes to the city's own survey, as somebody who answered (`who` is the response) or as a stranger. */
export async function goToCity(
  app: TestApp,
  context: SurveyContext,
  { who, opened, reported }: { who?: string | undefined; opened: string; reported?: string | undefined },
) {
  minted += 1;
  const answered = await env.DB.prepare('SELECT hex(send_key) AS key FROM responses WHERE signature_id = ?')
    .bind(who ?? '')
    .first<string>('key');
  const key = answered ?? (await sendKeyOf(app.deps.keyring, context.action.id, `way-${minted}`));
  const at = (instant: string | undefined) => (instant ? Date.parse(instant) : null);
  const week = (instant: string | undefined) => (instant ? weekIn(newYork, new Date(instant)) : null);
  await env.DB.prepare('INSERT INTO survey_sends VALUES (unhex(?), ?, ?, ?, ?, ?, NULL)')
    .bind(key, context.action.id, at(opened), week(opened), at(reported), week(reported))
    .run();
}
