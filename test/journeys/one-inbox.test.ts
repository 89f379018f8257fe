import { describe, expect, test } from 'vitest';
import { openOwnKit } from '../support/own-kit.ts';
import {
  confirmByMail,
  countsOf,
  freshEmail,
  leadsTo,
  mailbox,
  mailedLink,
  read,
  signAndConfirm,
  signByForm,
} from '../support/visitor.ts';

describe('one inbox', () => {
  test('serves a couple of one ZIP; a third is told on the confirm page that there is no place left', async () => {
    const { petition } = await openOwnKit('one-inbox');
    const email = freshEmail('home');
    for (const given_name of ['Maria', 'João']) {
      await signByForm(petition, { given_name, family_name: 'Silva', email, zip: '28202' });
      expect(leadsTo(await confirmByMail(email))).toContain('/thank-you');
    }
    expect(await countsOf(petition)).toMatchObject({ received: 2, confirmed: 2 });

    const third = await signByForm(petition, { given_name: 'Noah', email, zip: '28202' });
    expect(leadsTo(third)).toBe(`/petitions/${petition}/check-your-email`);
    const link = new URL(await mailedLink(email, '/confirm/'));
    const pressed = await confirmByMail(email);
    expect(new URL(leadsTo(pressed), link).pathname).toBe(link.pathname);
    expect(await read(leadsTo(pressed))).toContain('Two people can sign from one inbox');
    expect(await countsOf(petition)).toMatchObject({ received: 3, confirmed: 2, duplicate: 1 });
  });

  test('of a couple in two ZIPs counts the first', async () => {
    const { petition } = await openOwnKit('two-zips');
    const email = freshEmail('apart');
    await signAndConfirm(petition, { given_name: 'Ada', email, zip: '28202' });
    await signAndConfirm(petition, { given_name: 'Bo', email, zip: '28205' });
    expect(await countsOf(petition)).toMatchObject({ confirmed: 1, duplicate: 1 });
  });
});

describe('a stranger who tries an address that has signed', () => {
  test('sees the same status, the same headers and the same page as with one that has not', async () => {
    const { petition } = await openOwnKit('stranger');
    const signer = freshEmail('signer');
    await signAndConfirm(petition, { given_name: 'Sam', email: signer, zip: '28202' });
    const seen = async (email: string) => {
      const answer = await signByForm(petition, { given_name: 'Sam', email, zip: '28202' });
      const { status, headers } = answer;
      return { status, headers: told(headers), body: await answer.text(), page: await read(leadsTo(answer)) };
    };
    expect(await seen(signer)).toEqual(await seen(freshEmail('nobody')));
    const subjects = (await mailbox(signer)).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(2);
  });
});

function told(headers: Headers) {
  return [...headers].filter(([name]) => name !== 'date');
}
