import { describe, expect, test } from 'vitest';
import { openOwnKit } from '../support/own-kit.ts';
import { countsOf, formToken, freshEmail, mailbox, send, sendJson } from '../support/visitor.ts';

describe('a submission that is sent again because its answer was lost', () => {
  test('is the same submission by the form: one row, one mail, the same answer', async () => {
    const { petition } = await openOwnKit('again-form');
    const email = freshEmail('again');
    const form_token = await formToken(`/petitions/${petition}`);
    const fields = { given_name: 'Agnes', email, zip: '28202', form_token };
    const sendOnce = async () => {
      const answer = await send(`/petitions/${petition}/signatures`, fields);
      return { status: answer.status, to: answer.headers.get('location') };
    };
    const answers = await Promise.all([sendOnce(), sendOnce(), sendOnce()]);
    expect([...answers, await sendOnce()]).toEqual(Array(4).fill(answers[0]));
    expect(answers[0]?.status).toBe(303);
    expect(await countsOf(petition)).toMatchObject({ received: 1, unconfirmed: 1 });
    expect(await mailbox(email)).toHaveLength(1);
  });

  test('is the same submission in JSON, under a token of the caller’s own', async () => {
    const { petition } = await openOwnKit('again-json');
    const email = freshEmail('again');
    const body = { given_name: 'Agnes', email, zip: '28202', form_token: crypto.randomUUID() };
    const sendOnce = async () => {
      const answer = await sendJson(`/api/v1/petitions/${petition}/signatures`, body);
      return { status: answer.status, body: await answer.json() };
    };
    const answers = await Promise.all([sendOnce(), sendOnce(), sendOnce()]);
    const same = { status: 202, body: { status: 'check-your-email' } };
    expect([...answers, await sendOnce()]).toEqual(Array(4).fill(same));
    expect(await countsOf(petition)).toMatchObject({ received: 1, unconfirmed: 1 });
    expect(await mailbox(email)).toHaveLength(1);
  });
});
