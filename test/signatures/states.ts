import { env } from 'cloudflare:workers';
import { type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { setAside, strikeOff } from './strike-off.ts';
import { confirmedAs, type Fields, type Links, signedAs } from './support.ts';

export type State =
  | 'unconfirmed'
  | 'confirmed'
  | 'signed again'
  | 'signed before'
  | 'same person again'
  | 'third in an inbox'
  | 'flagged'
  | 'withdrawn'
  | 'invalidated'
  | 'erased'
  | 'too late';

export type Standing = Links & { app: TestApp; slug: string; fields: Record<string, string> };

const person = {
  given_name: 'Ana',
  family_name: 'Lopez',
  zip: '28202',
  street: '1 Oak St',
  comment: 'My words',
};

/** Ana Lopez's signature in this state, on its own petition, which asks for the street. */
export async function standing(state: State): Promise<Standing> {
  const app = testApp();
  const { action: petition } = await openPetition(env.DB, { asksStreet: true, closesOn: '2026-11-30' });
  const { slug } = petition;
  const fields = { ...person, email: `ana@${slug}.example` };
  const links = await makes[state](app, slug, fields);
  return { app, slug, fields, ...links };
}

type Make = (app: TestApp, slug: string, fields: Fields) => Promise<Links>;

const makes: Record<State, Make> = {
  unconfirmed: signedAs,
  confirmed: confirmedAs,
  async 'signed again'(app, slug, fields) {
    await confirmedAs(app, slug, fields);
    return signedAs(app, slug, fields);
  },
  async 'signed before'(app, slug, fields) {
    const links = await signedAs(app, slug, fields);
    await confirmedAs(app, slug, fields);
    return links;
  },
  async 'same person again'(app, slug, fields) {
    await confirmedAs(app, slug, fields);
    return confirmedAs(app, slug, fields);
  },
  async 'third in an inbox'(app, slug, fields) {
    await confirmedAs(app, slug, { ...fields, given_name: 'Luis' });
    await confirmedAs(app, slug, { ...fields, given_name: 'Eva' });
    return confirmedAs(app, slug, fields);
  },
  async flagged(app, slug, fields) {
    const links = await confirmedAs(app, slug, fields);
    await setAside(env.DB, links.id, app.now());
    return links;
  },
  async withdrawn(app, slug, fields) {
    const links = await confirmedAs(app, slug, fields);
    await app.post(`${links.mine}/withdraw`, {});
    return links;
  },
  async invalidated(app, slug, fields) {
    const links = await confirmedAs(app, slug, fields);
    await strikeOff(env.DB, links.id, app.now());
    return links;
  },
  async erased(app, slug, fields) {
    const links = await confirmedAs(app, slug, fields);
    await app.post(`${links.mine}/erase`, {});
    return links;
  },
  async 'too late'(app, slug, fields) {
    const links = await signedAs(app, slug, fields);
    app.setNow('2026-12-02T05:00:01Z');
    return links;
  },
};
