import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { agreeToNorms, withdrawFromNorms } from '../../worker/coalition/agree.ts';
import { agreementsQuery, normsQuery } from '../../worker/coalition/norms-store.ts';
import { sectors } from '../../worker/coalition/rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { knownValue, runQuery } from '../../worker/platform/query.ts';
import { type TestApp, testApp } from '../support/app.ts';
import {
  type Coalition,
  type CoalitionKit,
  coalitionKit,
  openedCoalition,
  partnerPath,
  revokePartner,
} from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';

let app: TestApp;
let kit: CoalitionKit;
let coalition: Coalition;

beforeEach(async () => {
  app = testApp();
  kit = coalitionKit();
  coalition = await openedCoalition(env.DB, kit);
});

const texts = (...all: string[]) => all.map((text) => ({ en: text, es: `${text} (es)` }));

/** The organizer publishes another text. */
async function norms(...all: string[]) {
  kit = { ...kit, campaign: { ...kit.campaign, norms: texts(...all) } };
  const opened = await openKit(env.DB, kit, app.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
}

const pageOf = async (slug: string) => `${await partnerPath(app, coalition.partners[slug])}/coalition`;
const read = async (slug: string) => (await app.request(await pageOf(slug))).text();
const press = async (slug: string, fields: Record<string, string>) => app.post(await pageOf(slug), fields);
const agree = (slug: string, version: number | string) =>
  press(slug, { step: 'agree', version: String(version) });
const agreed = async (slug: string) => {
  const all = await runQuery(env.DB, agreementsQuery(env.DB, knownValue(coalition.context.campaign.id)));
  return all.get(coalition.partners[slug]!.id) ?? null;
};
const asked = async () => {
  const ids = Object.values(coalition.partners).map(({ id }) => `partner:${id}`);
  const { results } = await env.DB.prepare(
    'SELECT ref, kind FROM outbox WHERE ref IN (SELECT value FROM json_each(?)) ORDER BY ref, kind',
  )
    .bind(JSON.stringify(ids))
    .all<{ ref: string; kind: string }>();
  return results.map(({ ref, kind }) => [Number(ref.split(':')[1]), kind]);
};
const idOf = (slug: string) => coalition.partners[slug]!.id;

describe('partners agree to norms by their own link', () => {
  test('with a button that posts: the version and the date are kept and shown to all partners', async () => {
    expect(await read('clinic')).toContain('has not agreed to this version yet');
    expect((await agree('clinic', 1)).status).toBe(303);
    expect(await agreed('clinic')).toEqual({ version: 1, on: '2026-11-25' });
    for (const slug of ['church', 'clinic', 'club']) {
      const page = await read(slug);
      expect(page).toContain('version 1, Wednesday, November 25, 2026');
      // The kit says that the church agreed before.
      expect(page).toContain('version 1, Thursday, October 1, 2026');
    }
    const own = await (await app.request(await partnerPath(app, coalition.partners.clinic))).text();
    expect(own).toContain('You agreed on Wednesday, November 25, 2026.');
  });

  test('a GET, an unknown step or a version that is none agrees to nothing', async () => {
    await app.request(`${await pageOf('clinic')}?step=agree&version=1`);
    expect((await press('clinic', { step: 'nod', version: '1' })).status).toBe(400);
    for (const version of ['', '0', '2', '-1', '1.0', '1 OR 1', '99999999999999999999', 'NaN'])
      expect([version, (await agree('clinic', version)).status]).toEqual([version, 409]);
    expect(await agreed('clinic')).toBeNull();
  });

  test('agreement can be withdrawn, also twice; a withdrawal never reaches a text that its page did not show', async () => {
    await agree('clinic', 1);
    expect((await press('clinic', { step: 'withdraw', version: '1' })).status).toBe(303);
    expect((await press('clinic', { step: 'withdraw', version: '1' })).status).toBe(303);
    expect(await agreed('clinic')).toBeNull();
    await norms('Another text.');
    await agree('clinic', 2);
    await press('clinic', { step: 'withdraw', version: '1' });
    expect(await agreed('clinic')).toMatchObject({ version: 2 });
  });

  test('what was withdrawn is not given back by publishing the kit with its old date again', async () => {
    await press('church', { step: 'withdraw', version: '1' });
    await norms(...kit.campaign.norms.map(({ en }) => en));
    await norms('Another text.');
    expect(await agreed('church')).toBeNull();
  });
});

describe('a changed text', () => {
  test('is a new version; a button of the page before it answers 409 with the new text', async () => {
    await agree('clinic', 1);
    await norms('Nobody is steamrolled.');
    const stale = await agree('club', 1);
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toContain('Nobody is steamrolled.');
    expect(html).toContain('Nothing was agreed to.');
    expect(html).toContain('We agree to version 2');
    expect(await agreed('club')).toBeNull();
    expect(await agreed('clinic')).toMatchObject({ version: 1 });
    expect((await agree('club', 2)).status).toBe(303);
    expect(await read('church')).toContain('version 2, ');
  });

  test('is compared with the text that the partner agreed to, also over several versions', async () => {
    await agree('clinic', 1);
    expect(await read('clinic')).not.toContain('What has changed since');
    await norms('Nobody is steamrolled.', 'A person counts once.');
    await norms('A person counts once.', 'Credit stays <b>where</b> it is due.');
    const page = await read('clinic');
    expect(page).toContain('What has changed since version 1');
    expect([...page.matchAll(/<(ins|del)>(.*?)<\/\1>/g)].map(([, what, text]) => [what, text])).toEqual([
      ['ins', 'Credit stays &lt;b&gt;where&lt;/b&gt; it is due.'],
      ['del', 'Everyone sees the same totals.'],
    ]);
    // It has agreed to none, so all of it is new to it.
    expect(await read('club')).not.toMatch(/What has changed since|<del>/);
    await agree('clinic', 3);
    expect(await read('clinic')).not.toContain('What has changed since');
    await norms('Credit stays <b>where</b> it is due.', 'A person counts once.');
    expect(await read('clinic')).toContain('In English it says the same.');
  });

  test('is none where the kit is published with the same text', async () => {
    await norms(...kit.campaign.norms.map(({ en }) => en));
    const now = await runQuery(env.DB, normsQuery(env.DB, knownValue(coalition.context.campaign.id)));
    expect(now?.version).toBe(1);
    await app.cron(app.now());
    expect(await asked()).toEqual([]);
  });

  test('asks each partner again by mail, once, and on its page', async () => {
    await agree('clinic', 1);
    await norms('Nobody is steamrolled.');
    await app.cron(app.now());
    await app.cron(new Date(app.now().getTime() + 900_000));
    expect(await asked()).toEqual(
      ['church', 'clinic', 'club'].map((slug) => [idOf(slug), 'norms-changed:2']),
    );
    expect(await read('clinic')).toContain(
      'The text has changed since your organization agreed to version 1',
    );
    const own = await (await app.request(await partnerPath(app, coalition.partners.clinic))).text();
    expect(own).toContain('You have not agreed yet');
    expect(own).toContain('The text has changed since you last did.');
    const never = await (await app.request(await partnerPath(app, coalition.partners.club))).text();
    expect(never).toContain('You have not agreed yet');
    expect(never).not.toContain('changed since you last did');
    expect(own).toContain('/coalition"');
  });

  test('the mail goes to the partner’s contact with the new text and no secret link, and to nobody who has answered', async () => {
    await norms('Nobody is steamrolled.');
    await agree('club', 2);
    const render = shippedHouse.renderMails(app.deps, app.now());
    const entries = ['clinic', 'club'].map((slug) => ({
      ...{ id: slug, ref: `partner:${idOf(slug)}`, kind: 'norms-changed:2' },
    }));
    const mails = await render([...entries, { ...entries[0]!, id: 'old', kind: 'norms-changed:1' }]);
    expect(mails.get('clinic')).toMatchObject({
      to: 'clinic@example.org',
      replyTo: 'organizers@example.org',
    });
    expect(mails.get('clinic')?.text).toContain('1. Nobody is steamrolled.');
    expect(JSON.stringify(mails.get('clinic'))).not.toContain('/partners/');
    expect(mails.get('club')).toBeNull();
    expect(mails.get('old')).toBeNull();
  });

  test('asks nobody who has left, and nobody about a text that was emptied', async () => {
    kit = { ...kit, campaign: { ...kit.campaign, partners: kit.campaign.partners.slice(1) } };
    kit.campaign.sources = kit.campaign.sources.filter(({ partner }) => partner !== 'church');
    await norms('Nobody is steamrolled.');
    await app.cron(app.now());
    expect((await asked()).map(([id]) => id)).toEqual([idOf('clinic'), idOf('club')]);
    await norms();
    await app.cron(app.now());
    expect(await asked()).toHaveLength(2);
    expect(await read('clinic')).toContain('The campaign has no norms yet.');
  });

  test('whatever is pressed in whatever order, nobody agrees to a text that their page did not show', async () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          by: fc.constantFrom('clinic', 'club'),
          press: fc.constantFrom('agree', 'withdraw', 'look'),
        }),
        fc.record({ text: fc.nat(3) }),
      ),
      { minLength: 4, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (chosen) => {
        kit = coalitionKit();
        coalition = await openedCoalition(env.DB, kit);
        const told: Told = {
          ...{ version: 1, text: '', seen: { clinic: 1, club: 1 } },
          agreed: { clinic: [], club: [] },
        };
        for (const step of chosen) {
          await ('text' in step ? anotherText(told, step.text) : pressed(told, step));
        }
      }),
      { numRuns: 12 },
    );
  });
});

type Told = {
  version: number;
  text: string;
  /** The version that the page of each partner showed last. */
  seen: Record<string, number>;
  agreed: Record<string, number[]>;
};

async function anotherText(told: Told, n: number) {
  if (told.text !== `Text ${n}`) told.version += 1;
  told.text = `Text ${n}`;
  await norms(told.text);
}

async function pressed(told: Told, { by, press }: { by: string; press: string }) {
  const shown = told.seen[by] ?? 0;
  const standing = told.agreed[by] ?? [];
  const of = { partner: coalition.partners[by]!, version: shown, now: app.now() };
  if (press === 'look') told.seen[by] = told.version;
  if (press === 'withdraw') {
    await withdrawFromNorms(app.deps, of);
    told.agreed[by] = standing.filter((one) => one > shown);
  }
  if (press === 'agree') {
    const done = await agreeToNorms(app.deps, { ...of, timeZone: 'America/New_York' });
    expect(done.ok).toBe(shown === told.version);
    if (done.ok) told.agreed[by] = [...standing, shown];
  }
  expect((await agreed(by))?.version ?? 0).toBe(Math.max(0, ...(told.agreed[by] ?? [])));
}

describe('who may read the norms', () => {
  test('is everybody only if the kit says so', async () => {
    const campaign = `/campaigns/${kit.campaign.slug}`;
    const norm = kit.campaign.norms[0]!.en;
    expect(await (await app.request(campaign)).text()).toContain(norm);
    kit = { ...kit, campaign: { ...kit.campaign, norms_are_public: false } };
    await openKit(env.DB, kit, app.now());
    expect(await (await app.request(campaign)).text()).not.toContain(norm);
  });

  test('is nobody by a link that was replaced, that nobody made, or of a partner that left', async () => {
    const old = await pageOf('club');
    await revokePartner(env.DB, idOf('club'));
    for (const path of [old, `${old}/agenda`]) expect((await app.request(path)).status).toBe(410);
    expect((await app.post(old, { step: 'agree', version: '1' })).status).toBe(410);
    expect((await app.request('/partners/nonsense/coalition')).status).toBe(404);
    await env.DB.prepare('UPDATE partners SET retired = 1 WHERE id = ?').bind(idOf('clinic')).run();
    expect((await app.request(await pageOf('clinic'))).status).toBe(410);
    expect((await agree('clinic', 1)).status).toBe(410);
  });
});

test('the codes of sectors are the same in the code and in the table, and no other is stored', async () => {
  const { results } = await env.DB.prepare('SELECT code FROM partner_sectors').all<{ code: string }>();
  expect(results.map(({ code }) => code).sort()).toEqual([...sectors].sort());
  const other = env.DB.prepare("UPDATE partners SET sector = 'secret-police' WHERE id = ?").bind(
    idOf('club'),
  );
  await expect(other.run()).rejects.toThrow('unknown sector');
});
