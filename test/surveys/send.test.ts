import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { hex } from '../../worker/platform/crypto/bytes.ts';
import { makeFormToken } from '../../worker/platform/crypto/form-token.ts';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { readSends } from '../../worker/surveys/carry/store.ts';
import { dump, expectPrivate } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import { queryOf } from './decoders.ts';
import { googleUrl, hiddenFields, openSendable, pressOpen, pressSent, sendRows, twoWays } from './sending.ts';
import { confirmedResponse, responseOf } from './support.ts';

const db = env.DB;
const aDay = 86_400_000;

async function setting(overrides: Parameters<typeof openSendable>[1] = {}) {
  const app = testApp();
  const context = await openSendable(app, overrides);
  const { id, slug } = context.action;
  const page = async (path = `/surveys/${slug}/send`) => (await app.request(path)).text();
  return {
    app,
    context,
    slug,
    page,
    path: `/surveys/${slug}/send`,
    told: () => readSends(db, id),
    sends: () => stepsOf(id),
  };
}

/** All recorded presses, whoever made them. `told` has only those that are reported. */
async function stepsOf(actionId: number) {
  return db
    .prepare(
      'SELECT count(opened_at) AS opened, count(reported_at) AS reported FROM survey_sends WHERE action_id = ?',
    )
    .bind(actionId)
    .first<{ opened: number; reported: number }>();
}

describe('the page', () => {
  test('shows the campaign’s answers, ready for the link and for the sheet, and changes nothing', async () => {
    const { app, path } = await setting();
    const before = await dump();
    const response = await app.request(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expectPrivate(response);
    expect(response.headers.get('content-security-policy')).toContain(
      "form-action 'self' https://docs.google.com https://publicinput.com;",
    );
    expect(html).toContain('the answers that the campaign suggests');
    expect(html).toContain('with 2 answers filled in');
    expect(html).toContain('parks: 30%\ntraining: 70%</textarea>');
    expect(html).toContain('PublicInput at publicinput.com/18283');
    // The city's form has no question about the order.
    expect(html).toContain('<b>How would you spend it?</b>');
    expect(await dump()).toBe(before);
    expect(await (await app.request(`${path}?lang=es`)).text()).toContain('Ya la envié');
  });

  test('takes other answers from its address, and says what does not fit', async () => {
    const { app, context, path, page } = await setting();
    const html = await page(`${path}?answer.fund=no&answer.color=red`);
    expect(html).toContain('the answers from the link that you followed');
    expect(html).toContain('answer.color=red');
    const link = await pressOpen(app, context, html);
    expect(queryOf(link)).toContainEqual(['entry.1', 'No']);
  });

  test('shows what a form has in it, stores nothing of it, and repeats nobody’s name', async () => {
    const { app, context, slug, path } = await setting();
    const form_token = await makeFormToken(app.deps.keyring, slug, app.now());
    const before = await dump();
    const entered = {
      form_token,
      given_name: 'Anastasia',
      email: 'anastasia@example.org',
      zip: '28299',
      'answer.fund': 'yes',
      'answer.how': 'fee',
      'answer.own': 'Ask my <b>sister</b>',
    };
    const response = await app.post(path, entered);
    const html = await response.text();
    expect(response.status).toBe(200);
    expectPrivate(response, true);
    expect(await dump()).toBe(before);
    expect(html).not.toMatch(/nastasia|28299/);
    expect(html).toContain('Ask my &lt;b&gt;sister&lt;/b&gt;</textarea>');
    expect(html).toContain('We never put your own words into a link');
    const fields = hiddenFields(html, 'opened');
    expect(fields).toEqual({ form_token, way: '0', 'answer.fund': 'yes', 'answer.how': 'fee' });
    expect(await pressOpen(app, context, html)).toBe(`${googleUrl}&entry.1=Yes%2C%20fund%20it&entry.2=Fee`);
  });

  test('is not there where the city has no survey of its own', async () => {
    const app = testApp();
    const context = await openSendable(app, {}, []);
    for (const path of ['send', 'sent']) {
      expect((await app.request(`/surveys/${context.action.slug}/${path}`)).status).toBe(404);
    }
    expect((await app.request('/surveys/nothing-here/send')).status).toBe(404);
  });

  test('says when the survey is closed, and has no button then', async () => {
    const { app, path, page, sends, slug } = await setting();
    const early = await page();
    app.setNow(new Date(app.now().getTime() + 400 * aDay));
    const html = await page();
    expect(html).toContain('is not open now');
    expect(html).not.toContain('/opened');
    for (const step of ['opened', 'reported']) {
      const pressed = await app.post(`/surveys/${slug}/${step}`, hiddenFields(early, step));
      expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path]);
    }
    expect(await sends()).toEqual({ opened: 0, reported: 0 });
  });
});

describe('a resident who goes all the way', () => {
  test('is counted once as opening and once as reporting, however often the buttons are pressed', async () => {
    const { app, context, slug, page, sends } = await setting();
    const html = await page();
    for (let press = 0; press < 3; press += 1) {
      expect(await pressOpen(app, context, html)).toContain(googleUrl);
    }
    expect(await sends()).toEqual({ opened: 1, reported: 0 });
    for (let press = 0; press < 3; press += 1) {
      const sent = await pressSent(app, context, html);
      expect([sent.status, sent.headers.get('location')]).toEqual([
        303,
        `/surveys/${slug}/sent?counts=later`,
      ]);
    }
    expect(await sends()).toEqual({ opened: 1, reported: 1 });
    expect(await page(`/surveys/${slug}/sent`)).not.toContain('has told us so');
    const later = await page(`/surveys/${slug}/sent?counts=later`);
    expect(later).toContain('This counts once you confirm your answers here.');
    expect(later).toMatch(new RegExp(`<a href="/surveys/${slug}">\\s*Send your answers here`));
    expect(await page(`/surveys/${slug}/sent?counts=later&lang=es`)).toContain(
      'Esto cuenta cuando usted confirme',
    );
  });

  test('another page is another person, two that race are one', async () => {
    const { app, context, page, sends } = await setting();
    const [one, other] = [await page(), await page()];
    await Promise.all([1, 2, 3, 4].map(() => pressOpen(app, context, one)));
    await pressOpen(app, context, other);
    expect(await sends()).toEqual({ opened: 2, reported: 0 });
  });

  test('who only reports is counted as that, and opening later as that too', async () => {
    const { app, context, page, sends } = await setting();
    const html = await page();
    await pressSent(app, context, html);
    expect(await sends()).toEqual({ opened: 0, reported: 1 });
    await pressOpen(app, context, html);
    expect(await sends()).toEqual({ opened: 1, reported: 1 });
  });

  test('opening before and after sending the answers here is opening once', async () => {
    const { app, context, slug, path, sends } = await setting();
    const form_token = await makeFormToken(app.deps.keyring, slug, app.now());
    const before = await (await app.post(path, { form_token, 'answer.fund': 'no' })).text();
    await pressOpen(app, context, before);
    const { mine } = await confirmedResponse(app, context, { formToken: form_token });
    const after = await (await app.request(`${mine}/send`)).text();
    expect(await pressOpen(app, context, after)).toContain('entry.1=Yes%2C%20fund%20it');
    expect(await sends()).toEqual({ opened: 1, reported: 0 });
  });

  test('who never confirms an answer here is not told of, however many press', async () => {
    const { app, context, slug, page, sends, told } = await setting();
    for (let n = 0; n < 40; n += 1) await pressSent(app, context, await page());
    expect(await sends()).toEqual({ opened: 0, reported: 40 });
    expect(await told()).toEqual({ opened: 0, reported: 0 });
    expect(await page(`/surveys/${slug}/sent`)).not.toContain('told us so');
    expect(await (await app.request(`/api/v1/surveys/${slug}`)).json()).toMatchObject({
      sends: { opened: 0, reported: 0 },
    });
  });

  test('who presses first and confirms later is told of once, and no more after withdrawing', async () => {
    const { app, context, slug, path, page, told } = await setting();
    const form_token = await makeFormToken(app.deps.keyring, slug, app.now());
    const html = await (await app.post(path, { form_token, 'answer.fund': 'no' })).text();
    await pressOpen(app, context, html);
    await pressSent(app, context, html);
    const person = (given_name: string) => ({ person: { given_name }, formToken: form_token });
    const ana = await confirmedResponse(app, context, person('Ana'));
    expect(await told()).toEqual({ opened: 1, reported: 1 });
    expect(await page(`/surveys/${slug}/sent`)).toContain('One person has told us so.');
    // The same form again with another name: still one visit to the city's survey.
    const ben = await confirmedResponse(app, context, person('Ben'));
    expect(await told()).toEqual({ opened: 1, reported: 1 });
    await app.post(`${ana.mine}/withdraw`, {});
    expect(await told()).toEqual({ opened: 1, reported: 1 });
    await app.post(`${ben.mine}/withdraw`, {});
    expect(await told()).toEqual({ opened: 0, reported: 0 });
  });

  test('the weeks keep what happened in each', async () => {
    const { app, context } = await setting();
    const { mine } = await confirmedResponse(app, context);
    const html = await (await app.request(`${mine}/send`)).text();
    await pressOpen(app, context, html);
    app.setNow(new Date(app.now().getTime() + 6 * aDay));
    await pressSent(app, context, html);
    const { results } = await db
      .prepare('SELECT week, what, n FROM send_changes WHERE action_id = ? ORDER BY week')
      .bind(context.action.id)
      .all();
    expect(results).toEqual([
      { week: '2026-W48', what: 'opened', n: 1 },
      { week: '2026-W49', what: 'reported', n: 1 },
    ]);
  });

  test('the second button of a sheet leads to the survey without the page around it', async () => {
    const { app, slug, page } = await setting();
    const { form_token = '' } = hiddenFields(await page(), 'opened');
    const leads = async (fields: Record<string, string>) =>
      (await app.post(`/surveys/${slug}/opened`, { form_token, ...fields })).headers.get('location');
    expect(await leads({ way: '1' })).toBe('https://publicinput.com/18283');
    expect(await leads({ way: '1', view: 'plain' })).toBe(
      'https://publicinput.com/display/?projId=18283&embedId=7&compact=true',
    );
    for (const way of ['2', '-1', 'x']) {
      expect((await app.post(`/surveys/${slug}/opened`, { form_token, way })).status).toBe(400);
    }
  });
});

test.each([
  [twoWays, 'This link takes your answers there', 'Este enlace lleva allí sus respuestas'],
  [twoWays.slice(1), 'This link shows your answers, ready to copy', 'Este enlace muestra sus respuestas'],
])(
  'the thank-you page leads there first, and promises only what the tool can take %#',
  async (carry, en, es) => {
    const app = testApp();
    const context = await openSendable(app, {}, carry);
    const { confirm } = await responseOf(app, context);
    const path = (await app.post(confirm, {})).headers.get('location') ?? '';
    const html = await (await app.request(path)).text();
    expect(html).toContain(en);
    expect(html.indexOf(en)).toBeLessThan(html.indexOf('wa.me'));
    expect(await (await app.request(`${path}?lang=es`)).text()).toContain(es);
  },
);

describe('behind one’s own link', () => {
  test('the sealed answers are ready, and the thanks name nobody', async () => {
    const { app, context, slug, sends } = await setting();
    const { mine } = await confirmedResponse(app, context);
    const before = await dump();
    const response = await app.request(`${mine}/send`);
    const html = await response.text();
    expectPrivate(response);
    expect(await dump()).toBe(before);
    expect(html).toContain('Please teach every officer.</textarea>');
    expect(Object.keys(hiddenFields(html, 'opened'))).toEqual(['way', 'own']);
    expect(await pressOpen(app, context, html)).toBe(
      `${googleUrl}&entry.1=Yes%2C%20fund%20it&entry.2=Tax&entry.2=Fee&entry.31=30&entry.32=70&entry.4=4`,
    );
    const sent = await pressSent(app, context, html);
    const to = `/surveys/${slug}/sent?counts=yes`;
    expect(sent.headers.get('location')).toBe(to);
    const thanked = await (await app.request(to)).text();
    expect(thanked).toContain('You are the first to tell us so.');
    expect(thanked).not.toContain('This counts once');
    expect(await (await app.request(`${to}&lang=es`)).text()).toContain('Usted es la primera persona');
    expect(await sends()).toEqual({ opened: 1, reported: 1 });
    expect(await (await app.request(`${mine}/send?asked`)).text()).toContain('You told us that you sent it');
  });

  test('from the mail the page first asks whether it was sent', async () => {
    const { app, context } = await setting();
    const { mine } = await confirmedResponse(app, context);
    expect(await (await app.request(`${mine}/send?asked`)).text()).toContain('You opened the city’s survey');
    expect(await (await app.request(`${mine}/send`)).text()).not.toContain('You opened the city’s survey');
  });

  test('a response without a key gets one, the same whenever it is asked for', async () => {
    const { app, context, sends } = await setting();
    const { mine, id } = await confirmedResponse(app, context);
    await db.prepare('UPDATE responses SET send_key = NULL WHERE signature_id = ?').bind(id).run();
    const html = await (await app.request(`${mine}/send`)).text();
    await pressOpen(app, context, html);
    await pressSent(app, context, html);
    expect(await sends()).toEqual({ opened: 1, reported: 1 });
    const row = await db
      .prepare(
        'SELECT responses.send_key FROM responses JOIN survey_sends USING (send_key) WHERE signature_id = ?',
      )
      .bind(id)
      .first<{ send_key: number[] }>();
    expect(hex(Uint8Array.from(row?.send_key ?? []))).toMatch(/^[0-9a-f]{32}$/);
  });

  test('there is nothing once it is erased, nor for a signature of a petition, nor by a link to another survey', async () => {
    const { app, context, slug, sends } = await setting();
    const { mine } = await confirmedResponse(app, context);
    await app.post(`${mine}/erase`, {});
    expect((await app.request(`${mine}/send`)).status).toBe(410);
    const elsewhere = await openSendable(app);
    const other = await responseOf(app, elsewhere);
    const own = other.mine.split('/').at(-1) ?? '';
    const opened = await app.post(`/surveys/${slug}/opened`, { own, way: '0' });
    // It leads to the city's survey, without anybody's answers.
    expect(opened.headers.get('location')).toBe(googleUrl);
    expect((await app.post(`/surveys/${slug}/reported`, { own })).headers.get('location')).toBe(
      `/surveys/${slug}/send`,
    );
    expect(await sends()).toEqual({ opened: 0, reported: 0 });
    expect((await app.request('/my/AAAA/send')).status).toBe(404);
  });
});

describe('a press that cannot be counted never stops a person', () => {
  test('a page that lay open for more than a week leads on, and to a fresh one where somebody reports', async () => {
    const { app, context, path, page } = await setting();
    const html = await page();
    app.setNow(new Date(app.now().getTime() + 8 * aDay));
    const rows = await sendRows();
    expect(await pressOpen(app, context, html)).toContain(googleUrl);
    const sent = await pressSent(app, context, html);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, path]);
    expect(await sendRows()).toBe(rows);
  });

  test('while nothing can be written the way to the city is open', async () => {
    const { app, context, page, sends, path } = await setting();
    const html = await page();
    await turnSwitch(db, { name: 'read-only', isOn: true }, app.now());
    try {
      expect(await pressOpen(app, context, html)).toContain(googleUrl);
      expect((await pressSent(app, context, html)).status).toBe(503);
      expect((await app.post(path, hiddenFields(html, 'opened'))).status).toBe(200);
    } finally {
      await turnSwitch(db, { name: 'read-only', isOn: false }, app.now());
    }
    expect(await sends()).toEqual({ opened: 0, reported: 0 });
  });

  test('past the limit of a connection presses are not counted, and reporting waits', async () => {
    const limits = { formMinAgeSeconds: 3, writesPerMinute: 20, signaturesADay: 1 };
    const app = testApp({ limits });
    const context = await openSendable(app);
    const { slug, id } = context.action;
    const send = async (step: string) => {
      const html = await (await app.request(`/surveys/${slug}/send`)).text();
      return app.request(`/surveys/${slug}/${step}`, {
        method: 'POST',
        headers: { 'cf-connecting-ip': '203.0.113.9' },
        body: new URLSearchParams(hiddenFields(html, step)),
      });
    };
    expect((await send('opened')).status).toBe(303);
    expect((await send('opened')).headers.get('location')).toContain(googleUrl);
    const limited = await send('reported');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, String(9 * 60 * 60)]);
    expect(await stepsOf(id)).toEqual({ opened: 1, reported: 0 });
  });
});
