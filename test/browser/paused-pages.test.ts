import { afterAll } from 'vitest';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { site } from '../support/address.ts';
import { hasBrowser } from '../support/browser.ts';
import { openOwnKit, openOwnSurvey } from '../support/own-kit.ts';
import { freshEmail, send, sendJson, signByForm } from '../support/visitor.ts';
import { lookAtAll } from './look-at-all.ts';
import { longNamed, type Place, pathInMail, press } from './places.ts';

/** A request that gets 503 while the switch is on. While it is off, it gets an error about what is wrong with it. */
const probes: Record<'signing-paused' | 'read-only', () => Promise<Response>> = {
  'signing-paused': () => sendJson('/api/v1/petitions/arrest-traffickers/signatures', {}),
  'read-only': () => send('/confirm/AAAA'),
};

/** Turns a switch for the whole site, and waits until it takes effect. */
async function turn(name: keyof typeof probes, isOn: boolean): Promise<void> {
  await turnSwitch(site.db, { name, isOn }, new Date());
  while (((await probes[name]()).status === 503) !== isOn) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function actionsOf(name: string) {
  const { petition } = await openOwnKit(name);
  const survey = await openOwnSurvey(`${name}-answers`);
  const email = freshEmail('paused');
  await signByForm(petition, { ...longNamed, zip: '28202', email });
  return {
    petition: `/petitions/${petition}`,
    survey: `/surveys/${survey}`,
    confirm: await pathInMail(email, '/confirm/'),
    own: await pathInMail(email, '/my/'),
  };
}

async function whileSigningIsPaused(): Promise<Place[]> {
  const { petition, survey } = await actionsOf('looks-paused');
  await turn('signing-paused', true);
  return [
    { name: 'petition', path: petition },
    { name: 'survey', path: survey },
    { name: 'frame of a petition', path: `/embed${petition}` },
  ];
}

async function whileNothingCanBeWritten(): Promise<Place[]> {
  await turn('signing-paused', false);
  const { petition, survey, confirm, own } = await actionsOf('looks-read-only');
  await turn('read-only', true);
  return [
    { name: 'petition', path: petition },
    { name: 'survey', path: survey },
    { name: 'frame of a petition', path: `/embed${petition}` },
    { name: 'confirm', path: confirm },
    {
      name: 'confirm, pressed',
      path: confirm,
      act: (page) => press(page, 'main button[type=submit]'),
      tells: /status of 503 .*\/confirm\//,
    },
    { name: 'own page', path: own },
  ];
}

afterAll(async () => {
  if (!hasBrowser) return;
  // Read-only first: while the site is read-only, the other probe gets 503 as well.
  await turn('read-only', false);
  await turn('signing-paused', false);
});

lookAtAll({
  'while signing is paused': whileSigningIsPaused,
  'while nothing can be written': whileNothingCanBeWritten,
});
