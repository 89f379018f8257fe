import type { TestApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

export function someQuestion(slug: string, answers = 3) {
  return {
    slug,
    situation: both(`What do you do about ${slug}?`),
    answers: Array.from({ length: answers }, (_, i) => ({
      text: both(`Answer ${i}`),
      reason: both(`Reason ${i} of ${slug}`),
      ...(i === 1 && { right: true }),
    })),
  };
}

/** The second answer of each question is the right one. */
export function someModule(slug: string, questions: string[], more: object = {}) {
  return {
    slug,
    title: both(`Lesson ${slug}`),
    lead: both('What it is about.'),
    lesson: [{ heading: both('A part'), text: both('It is **so**.'), sources: [{ name: 'A study, 2020' }] }],
    questions: questions.map((one) => someQuestion(one)),
    ...more,
  };
}

export function kitWithTraining(modules = [someModule('one', ['a', 'b']), someModule('two', ['c'])]) {
  return {
    ...smallKit(),
    training: {
      name: both('The training'),
      lead: both('Learn it.'),
      certificate: both('Knowing it'),
      share: both('Do it: {link}'),
    },
    lessons: modules,
  };
}

/** Like a browser without scripts: sends the form of the page that it has. */
export function learnerOf(app: TestApp, campaign: string, { lang = 'en', source = '', from = '' } = {}) {
  const at = `/campaigns/${campaign}/training`;
  const query = `?lang=${lang}${source && `&source=${source}`}`;
  let html = '';
  const fields = (): Record<string, string> => {
    const form = /<form[^>]*id="(?:step|certificate|made|begin)"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
    const hidden = [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  };
  const send = async (path: string, values: Record<string, string>) => {
    const headers: Record<string, string> = from === '' ? {} : { 'cf-connecting-ip': from };
    const body = new URLSearchParams(values);
    const answer = await app.request(`${at}/${path}${query}`, { method: 'POST', headers, body });
    html = await answer.text();
    return answer.status;
  };
  return {
    page: () => html,
    fields,
    send,
    async open() {
      html = await (await app.request(`${at}${query}`)).text();
    },
    async begin() {
      if (html === '') await this.open();
      return send('run', fields());
    },
    press: (step: string, more: Record<string, string> = {}) => send('run', { ...fields(), step, ...more }),
    answer: (nth: number) => send('run', { ...fields(), step: 'answer', answer: String(nth) }),
    isQuestion: () => /name="answer"/.test(html),
    isEnd: () => /id="certificate"/.test(html),
    /** Answers everything rightly until the end. `rightOf` finds the place of the right answer by the situation. */
    async goToEnd(rightOf: (html: string) => number = () => 1) {
      for (let i = 0; i < 100 && !this.isEnd(); i += 1) {
        if (this.isQuestion()) await this.answer(rightOf(html));
        else await this.press('next');
      }
    },
    makeCertificate: (name: string) => send('certificate', { ...fields(), step: 'make', name }),
    jws: () => /<textarea id="jws"[^>]*>([^<]+)</.exec(html)?.[1]?.trim() ?? '',
  };
}

/** What was counted of a campaign, as "what question source" with its number. */
export async function counted(db: D1Database, campaign: string): Promise<Record<string, number>> {
  const { results } = await db
    .prepare(
      `SELECT what, question, source, n FROM training_totals
      WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = ?) ORDER BY what, question, source`,
    )
    .bind(campaign)
    .all<{ what: string; question: string; source: string; n: number }>();
  return Object.fromEntries(
    results.map(({ what, question, source, n }) => [[what, question, source].filter(Boolean).join(' '), n]),
  );
}
