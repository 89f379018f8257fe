import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { day } from '../../worker/platform/time/clock.ts';
import type { TestApp } from '../support/app.ts';
import { press } from '../support/press.ts';
import { strikeOff } from './strike-off.ts';
import { pathOfLink } from './support.ts';

export type Act =
  | {
      act: 'sign';
      name: number;
      inbox: number;
      zip: number;
      street: number;
      again: boolean;
      source: number;
      atOnce: boolean;
    }
  | { act: 'confirm' | 'withdraw' | 'erase' | 'invalidate'; which: number }
  | { act: 'correct'; which: number; name: number; zip: number }
  | { act: 'wait'; days: number };

// Only a few of each, so that different signatures often have the same values.
export const names = ['Ana', 'ÁNA ', '王伟'];
export const inboxes = ['a@example.org', 'A+x@example.org', 'b@gmail.com', 'b+y@gmail.com'];
export const zips = ['28202', '28205', '90210'];
export const streets = ['', '', '1 Oak St', '1 oak st.', '2 Oak St'];
export const sources = ['', 'poster', 'never-heard-of'];

const below = (list: unknown[]) => fc.nat(list.length - 1);
export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constant('sign' as const),
      name: below(names),
      inbox: below(inboxes),
      zip: below(zips),
      street: below(streets),
      again: fc.boolean(),
      atOnce: fc.boolean(),
      source: below(sources),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'confirm' as const,
        'confirm' as const,
        'withdraw' as const,
        'erase' as const,
        'invalidate' as const,
      ),
      which: fc.nat(11),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('correct' as const),
      which: fc.nat(11),
      name: below(names),
      zip: below(zips),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const), days: fc.nat(9) }) },
);

/** Returns the id of the signature whose button was pressed, if any. */
export async function perform(
  app: TestApp,
  { action: petition }: ActionContext,
  ids: string[],
  act: Act,
): Promise<string | null> {
  if (act.act === 'wait') {
    app.setNow(new Date(app.now().getTime() + act.days * day));
    return null;
  }
  if (act.act === 'sign') {
    const body = {
      given_name: names[act.name],
      email: inboxes[act.inbox],
      zip: zips[act.zip],
      street: streets[act.street],
      source: sources[act.source],
      // Some people send the form of an earlier act again.
      form_token: `token-of-this-history-${act.again ? 0 : ids.length}`,
    };
    const signed = await app.postJson(`/api/v1/petitions/${petition.slug}/signatures`, body);
    expect(signed.status).toBe(202);
    const newest = await env.DB.prepare('SELECT id FROM signatures WHERE action_id = ? ORDER BY rowid DESC')
      .bind(petition.id)
      .first<string>('id');
    if (newest && !ids.includes(newest)) ids.push(newest);
    if (!newest || !act.atOnce) return null;
    await actOn(app, newest, { act: 'confirm', which: 0 });
    return newest;
  }
  const id = ids[act.which % Math.max(ids.length, 1)];
  if (id === undefined) return null;
  const status = await actOn(app, id, act);
  expect(status).toBeLessThan(500);
  return act.act === 'confirm' ? id : null;
}

export async function actOn(
  app: TestApp,
  id: string,
  act: Exclude<Act, { act: 'sign' | 'wait' }>,
): Promise<number> {
  const { keyring } = app.deps;
  switch (act.act) {
    case 'confirm':
      return (await press(app, await pathOfLink(app, 'confirm', id))).status;
    case 'invalidate':
      await strikeOff(env.DB, id, app.now());
      return 200;
    case 'correct': {
      const fields = { given_name: names[act.name] ?? '', zip: zips[act.zip] ?? '' };
      return (await app.post(`/my/${await keyring.token('my', id)}/correct`, fields)).status;
    }
    default:
      return (await app.post(`/my/${await keyring.token('my', id)}/${act.act}`, {})).status;
  }
}
