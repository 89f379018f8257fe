import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SurveyScene } from '../../worker/surveys/memory.ts';
import { escaped } from '../signatures/support.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { openSurvey } from '../support/surveys.ts';
import { person, press, rightAnswers, stored } from './form-support.ts';
import { allAnswers, confirmedResponse, expectAnswersBalance, rowOf } from './support.ts';

let app: TestApp;
let scene: SurveyScene;
const slug = () => scene.petition.slug;
const both = (text: string) => ({ en: text, es: text });

beforeEach(async () => {
  app = testApp();
  scene = await openSurvey(app, {
    survey: { carry: [{ adapter: 'google-forms', label: both('City form'), config: { form_id: '1FAIpQLSdAbCdEfGh', fields: { fund: { entry: '1', options: { yes: 'Y', no: 'N' } } } } }] },
  });
});

const post = (path: string, body: BodyInit, type = 'application/x-www-form-urlencoded') =>
  app.request(path, { method: 'POST', body, headers: { 'content-type': type } });

const names = ['__proto__', 'constructor', 'constructor.x', 'toString', 'hasOwnProperty.y', '', '.', '..', 'fund.', 'fund.__proto__', 'budget.__proto__', 'budget.constructor', 'order.__proto__', 'order.constructor', 'how.constructor', 'sure.valueOf', 'fund\u0000', 'fund\r\nX: y'];

describe('probing', () => {
  test('prototype names by form, address and JSON', async () => {
    for (const step of ['review', 'next', 'back', 'send', undefined, '__proto__', 'constructor']) {
      for (const name of names) {
        const r = await press(app, slug(), { ...person, ...rightAnswers, step, form_token: 'x', section: '__proto__', edit: name === '' ? 'constructor' : undefined, [`answer.${name}`]: '1', survey_version: undefined });
        if (r.status >= 500) console.log('FORM', step, JSON.stringify(name), r.status);
      }
    }
    for (const path of ['', '/send']) for (const name of names) {
      const r = await app.request(`/surveys/${slug()}${path}?answer.${encodeURIComponent(name)}=${encodeURIComponent('<script>"\'\r\n\u0000')}`);
      const html = await r.text();
      if (r.status !== 200 || html.includes('<script>"')) console.log('GET', path, name, r.status);
      const q = await app.request(`/surveys/${slug()}${path}?answer.${encodeURIComponent(name)}=yes&answer.fund=no&answer.fund=%ff%fe&answer.how=%00`);
      if (q.status !== 200) console.log('GET2', path, name, q.status);
    }
    for (const name of names) {
      const r = await post(`/api/v1/surveys/${slug()}/responses`, `{"given_name":"A","email":"a@b.example","zip":"28202","__proto__":{"x":1},"answers":{"fund":"yes",${JSON.stringify(name)}:{"__proto__":1,"constructor":{"a":[1]}}}}`, 'application/json');
      if (r.status !== 422) console.log('JSON', name, r.status, await r.text());
    }
  });
  test('shapes', async () => {
    const shapes = [null, [], {}, 1, true, '', 'x', [[]], [{}], { a: [] }, { parks: {} }, { parks: [30], training: 70 }, [null], { parks: null }, -0, 1e21, 1e-7, { parks: 1e300, training: -1e300 }, '\ud800', ['yes', 'yes'], { __proto__: null, parks: '1e2' }, ['first', null, 'third'], { first: 1, second: 1, third: '1' }, '9'.repeat(100000)];
    for (const id of ['fund', 'how', 'order', 'budget', 'sure', 'where', 'own']) for (const shape of shapes) {
      const r = await app.postJson(`/api/v1/surveys/${slug()}/responses`, { given_name: 'A', email: `a@${slug()}.example`, zip: '28202', answers: { fund: 'yes', [id]: shape } });
      const text = await r.text();
      if (![202, 422].includes(r.status) || /undefined|NaN|\[object|\{[a-z]+\}/.test(text)) console.log('SHAPE', id, JSON.stringify(shape)?.slice(0, 40), r.status, text.slice(0, 400));
      if (r.status === 202) console.log('TAKEN', id, JSON.stringify(shape)?.slice(0, 60));
    }
    for (const answers of [null, [], 'x', 1, true, [[['x']]]]) {
      const r = await app.postJson(`/api/v1/surveys/${slug()}/responses`, { given_name: 'A', email: `a@${slug()}.example`, zip: '28202', answers });
      if (r.status !== 422) console.log('ANS', JSON.stringify(answers), r.status);
    }
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    for (const body of [deep, `{"answers":${deep}}`, `{"given_name":"A","answers":{"fund":${deep}}}`, `{"answers":{"fund":${'{"a":'.repeat(60000)}1${'}'.repeat(60000)}}}`, '{', 'null', '"x"', '\u0000', '{"answers":{"own":"' + 'x'.repeat(200000) + '"}}']) {
      const r = await post(`/api/v1/surveys/${slug()}/responses`, body, 'application/json');
      console.log('DEEP', body.slice(0, 20), r.status, (await r.text()).length);
    }
  });
  test('huge forms', async () => {
    const big = new URLSearchParams({ ...person, step: 'review' } as never);
    for (let n = 0; n < 10_000; n += 1) big.append(['answer.fund', 'answer.how', 'answer.order.first', 'answer.budget.parks', 'email', 'answer.x.y'][n % 6]!, `v${n}`);
    for (const path of ['responses', 'send', 'opened', 'reported']) {
      const r = await post(`/surveys/${slug()}/${path}`, big.toString());
      console.log('BIG', path, r.status, (await r.text()).length);
    }
    for (const size of [200_000, 400_000, 600_000]) for (const step of ['review', 'send', 'next', 'back']) {
      const r = await press(app, slug(), { ...person, ...rightAnswers, 'answer.own': 'x'.repeat(size), step });
      console.log('TEXT', size, step, r.status, (await r.text()).length);
    }
    const bad = await post(`/surveys/${slug()}/responses`, new Uint8Array([...new TextEncoder().encode('given_name=A&answer.fund=yes&step=review&answer.own='), 0xff, 0xfe, 0xc0, 0x80, 0x00]));
    console.log('UTF8', bad.status, (await bad.text()).match(/<ul class="[^"]*">.*?<\/ul>/s)?.[0]?.slice(0, 500));
    const pct = await post(`/surveys/${slug()}/responses`, 'given_name=A&answer.fund=yes&step=review&answer.own=%FF%00abc');
    console.log('PCT', pct.status);
    const q = await app.request(`/surveys/${slug()}?${'answer.how=x&'.repeat(3000)}`);
    console.log('QUERY', q.status, (await q.text()).length);
    console.log('stored', await stored(slug()));
  });
  test('opened and redirects', async () => {
    const token = /name="form_token" value="([^"]+)"/.exec(await (await app.request(`/surveys/${slug()}/send`)).text())?.[1] ?? '';
    for (const way of ['-1', '1', '0.5', 'length', '__proto__', 'constructor', '1e0', '', ' 0', 'x']) {
      const r = await app.post(`/surveys/${slug()}/opened`, { way, form_token: token, own: '', view: 'plain', 'answer.fund': 'yes' });
      console.log('WAY', JSON.stringify(way), r.status, r.headers.get('location'));
    }
    for (const code of ['//evil.example', '%2f%2fevil.example', '__proto__', "x'--", '%00', '%ff', '..', '%5cevil.example', 'A'.repeat(5000)]) {
      const r = await app.request(`/s/${code}`);
      console.log('S', code.slice(0, 20), r.status, r.headers.get('location'));
    }
    for (const lang of ['en', 'es', '//evil', '%0d%0aX:y']) {
      const r = await app.request(`/surveys/${slug()}/responses?lang=${lang}`);
      console.log('L', lang, r.status, r.headers.get('location'));
    }
    const r = await app.request(`/surveys/%2f%2fevil.example%2f..%0d%0a/responses`);
    console.log('LL', r.status, r.headers.get('location'));
    const p = await app.request(`/surveys/%2f%2fevil.example/opened`);
    console.log('LP', p.status, p.headers.get('location'));
  });
  test('other tokens', async () => {
    const other = await openSurvey(app);
    const petition = await openPetition(app.deps.db);
    const mine = await confirmedResponse(app, scene);
    const theirs = await confirmedResponse(app, other);
    const tokenOf = (path: string) => path.split('/').at(-1)!;
    console.log('own other', (await app.post(`/surveys/${slug()}/reported`, { own: tokenOf(theirs.mine) })).headers.get('location'));
    const o = await app.post(`/surveys/${slug()}/opened`, { own: tokenOf(theirs.mine) });
    console.log('own other opened', o.status, o.headers.get('location'));
    const confirmToken = tokenOf(mine.confirm);
    console.log('confirm as my', (await app.request(`/my/${confirmToken}/answers`)).status, (await app.post(`/surveys/${slug()}/reported`, { own: confirmToken })).headers.get('location'));
    const otherToken = /name="form_token" value="([^"]+)"/.exec(await (await app.request(`/surveys/${other.petition.slug}`)).text())?.[1] ?? '';
    console.log('foreign form token', (await press(app, slug(), { ...person, ...rightAnswers, form_token: otherToken })).status, (await app.post(`/surveys/${slug()}/reported`, { form_token: otherToken })).headers.get('location'));
    const petitionToken = await app.formToken((petition as { slug: string }).slug ?? (petition as any).petition?.slug);
    console.log('petition token', petitionToken.length, (await press(app, slug(), { ...person, ...rightAnswers, form_token: petitionToken })).status);
    console.log((await env.DB.prepare('SELECT count(*) AS n FROM survey_sends').first('n')));
    void [escaped, allAnswers, rowOf, expectAnswersBalance];
  });
  test('amending', async () => {
    const mine = await confirmedResponse(app, scene);
    const version = scene.survey.version;
    const fields = (extra: Record<string, string>) => ({ survey_version: version, 'answer.fund': 'no', ...extra });
    for (let round = 0; round < 6; round += 1) {
      const one = await confirmedResponse(app, scene, { person: { given_name: `P${round}`, email: `p${round}@${slug()}.example`, zip: '28299', district: '1' } });
      const all = await Promise.all([
        app.post(`${one.mine}/answers`, fields({})),
        app.post(`${one.mine}/${['withdraw', 'erase', 'correct'][round % 3]}`, { given_name: `P${round}`, email: '', zip: '28299', district: '2' }),
        app.post(`${one.mine}/answers`, { survey_version: version, 'answer.fund': 'yes', 'answer.sure': '2' }),
      ]);
      console.log('RACE', all.map(({ status }) => status).join(), JSON.stringify(await rowOf(one.id)).slice(0, 200));
      await expectAnswersBalance(scene);
    }
    console.log('GET erased', (await app.request(`${mine.mine}/answers`)).status);
    await app.post(`${mine.mine}/erase`, {});
    console.log('erased', (await app.request(`${mine.mine}/answers`)).status, (await app.post(`${mine.mine}/answers`, fields({}))).status, (await app.request(`${mine.mine}/send`)).status);
    await env.DB.prepare("UPDATE petitions SET state='removed' WHERE id=?").bind(scene.petition.id).run();
    const two = await app.request(`${mine.mine}`);
    console.log('removed', two.status);
  });
});
