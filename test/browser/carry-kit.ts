import { site } from '../support/address.ts';
import { dateFrom } from '../support/calendar.ts';
import { openKit } from '../support/kits.ts';
import { surveyKit } from '../support/surveys.ts';
import { formToken, freshEmail, send } from '../support/visitor.ts';
import { longNamed, type Place, pathInMail } from './places.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });
const way = (adapter: string, config: unknown) => ({ adapter, label: both(`By ${adapter}`), config });

/** The survey of a test in the form that each tool would ask it. */
export const tools = {
  'google-forms': way('google-forms', {
    form_id: '1FAIpQLSdZoPlopEZyHpBLl4EnX',
    fields: {
      fund: { entry: '1', options: { no: 'No' }, other: true },
      how: { entry: '2', options: { tax: 'A tax & more', grant: 'A grant', fee: 'A 10 % fee + tip' } },
      budget: { parts: { parks: '31', training: '32' } },
      sure: { entry: '4' },
      order: { text: both('Your order?') },
      own: { entry: '5' },
    },
  }),
  'microsoft-forms': way('microsoft-forms', {
    form_id: 'v4j5cvGGr0GRqy180BHbR21ouQM6BH',
    fields: {
      fund: { field: 'rf01', options: { yes: 'Yes', no: 'No' }, quoted: true },
      how: {
        field: 'rf02',
        options: { tax: 'A tax', grant: 'A grant', fee: 'A fee, monthly' },
        quoted: true,
      },
      budget: { parts: { parks: 'rf31', training: 'rf32' } },
      sure: { field: 'rf04' },
    },
  }),
  qualtrics: way('qualtrics', {
    url: 'https://city.co1.qualtrics.com/jfe/form/SV_1',
    fields: {
      fund: { field: 'QID1', options: { yes: '1', no: '2' } },
      budget: { field: 'QID3', parts: { parks: '1', training: '2' } },
      sure: { field: 'QID4' },
    },
  }),
  limesurvey: way('limesurvey', {
    url: 'https://surveys.example.gov',
    survey: '48315',
    fields: {
      fund: { field: '2X1', options: { yes: 'Y1', no: 'N1' } },
      how: { field: '2X2', options: { tax: 'TAX', grant: 'GRA', fee: 'FEE' } },
      order: { field: '2X3', options: { first: 'A1', second: 'A2', third: 'A3' } },
      budget: { field: '2X4', parts: { parks: 'PARKS', training: 'TRAIN' } },
      sure: { field: '2X5' },
    },
  }),
  survey123: way('survey123', {
    survey_id: '0123456789abcdef0123456789abcdef',
    fields: {
      fund: { field: 'fund_it', options: { yes: 'yes', no: 'no' } },
      how: { field: 'ways', options: { tax: 'tax', grant: 'grant', fee: 'fee' } },
      budget: { parts: { parks: 'parks_share', training: 'training_share' } },
      sure: { field: 'how_sure' },
    },
  }),
  jotform: way('jotform', {
    url: 'https://form.jotform.com/220000000000000',
    fields: {
      fund: { field: 'shouldIt', options: { yes: 'Yes, please', no: 'No' } },
      how: { field: 'how', options: { tax: 'A tax', grant: 'A grant', fee: 'A fee' } },
      budget: { parts: { parks: 'share[parks]', training: 'share[training]' } },
      sure: { field: 'sure' },
    },
  }),
  publicinput: way('publicinput', {
    url: 'https://publicinput.com/18283',
    embed: { project: 18283, embed: 7 },
    questions: [
      { question: 'fund', text: both('Do you support funding police training?') },
      { question: 'budget', text: both('How would you spend 100 dollars?') },
      { question: 'order', text: both('What comes first?') },
      { question: 'own', text: both('Anything else that the council should know?') },
    ],
  }),
};

/** The pages on the way to the city's own survey, in each state. */
export async function carryPlaces(): Promise<Place[]> {
  const slug = await openCarried('looks-carry', ['google-forms', 'publicinput', 'qualtrics']);
  const path = `/surveys/${slug}`;
  const email = freshEmail('carries');
  const form_token = await formToken(path);
  const own = 'In my neighborhood '.repeat(12);
  const entered = { 'answer.fund': 'yes', 'answer.how': 'fee', 'answer.sure': '3', 'answer.own': own };
  await send(`${path}/responses`, { ...longNamed, ...entered, email, form_token, step: 'send' });
  await send(await pathInMail(email, '/confirm/'));
  const mine = await pathInMail(email, '/my/');
  const closed = await openCarried('looks-carry-closed', ['publicinput']);
  await site.db.prepare('UPDATE actions SET closes_at = 1 WHERE slug = ?').bind(closed).run();
  return [
    { name: 'send, suggested answers', path: `${path}/send` },
    {
      name: 'send, answers of a link',
      path: `${path}/send?answer.fund=no&answer.color=${'red'.repeat(30)}`,
    },
    { name: 'send, one’s own answers', path: `${mine}/send` },
    { name: 'send, asked by mail', path: `${mine}/send?asked` },
    {
      name: 'send, reported',
      path: `${mine}/send`,
      act: async (page) => {
        const [report, reload] = [page.locator('.report button'), `${mine}/send`];
        if (await report.isVisible()) await Promise.all([page.waitForURL(/\/sent/), report.click()]);
        await page.goto(`${reload}?lang=${await page.getAttribute('html', 'lang')}`);
      },
    },
    { name: 'send, closed', path: `/surveys/${closed}/send` },
    { name: 'thank you for telling us', path: `${path}/sent` },
  ];
}

/** Opens a survey for one test on the shared server, with these ways to the city's survey; returns its slug. */
export async function openCarried(name: string, carry: (keyof typeof tools)[]): Promise<string> {
  const at = new Date();
  const kit = surveyKit({
    opensOn: dateFrom(at, -60),
    closesOn: dateFrom(at, 200),
    survey: { slug: `${name}-survey` },
  });
  const own = JSON.parse(JSON.stringify(kit).replaceAll(kit.city.slug, name)) as typeof kit;
  const [survey] = own.surveys;
  const surveys = [{ ...survey, carry: carry.map((tool) => tools[tool]) }];
  const opened = await openKit(site.db, { ...own, surveys }, at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return survey?.slug ?? '';
}
