import { expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { organizerIn } from '../support/organizer.ts';
import { openSurvey } from '../support/surveys.ts';
import { answerCounts, confirmedResponse, expectAnswersBalance, rowOf } from './support.ts';

test('the answers of a response that is struck off leave the tables, and come back when it is taken back', async () => {
  const app = testApp();
  const context = await openSurvey(app);
  const { campaign, action } = context;
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const person = (name: string) => ({ given_name: name, email: `${name}@${action.slug}.example` });
  await confirmedResponse(app, context, { person: person('ana') });
  const alone = await answerCounts(context);
  const ben = await confirmedResponse(app, context, { person: person('ben') });
  const both = await answerCounts(context);
  expect(alone).toContain('fund yes 1');
  expect(both).toContain('fund yes 2');

  const path = `/signatures/${ben.id}/strike-off`;
  const fields = { decision: 'strike-off', seen: 'confirmed', reason: 'made-up' };
  expect((await owner.post(path, fields)).status).toBe(303);
  expect((await rowOf(ben.id))?.state).toBe('invalidated');
  expect(await answerCounts(context)).toEqual(alone);
  await expectAnswersBalance(context);

  const back = { decision: 'take-back', seen: 'invalidated' };
  expect((await owner.post(path, back)).status).toBe(303);
  expect((await rowOf(ben.id))?.state).toBe('confirmed');
  expect(await answerCounts(context)).toEqual(both);
  await expectAnswersBalance(context);

  // By undo of the act, as the log offers it.
  await owner.post(path, fields);
  expect(await answerCounts(context)).toEqual(alone);
  const log = await owner.read('/log');
  const undo = /action="([^"]*\/acts\/[^"]*\/undo)"/.exec(log)?.[1] ?? '';
  await owner.post(undo, { back: '' });
  expect(await answerCounts(context)).toEqual(both);
  await expectAnswersBalance(context);
});
