import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapters } from '../../worker/surveys/carry/adapters/registry.ts';
import type { LinkField } from '../../worker/surveys/kinds/link.ts';
import { kindOf, type Question } from '../../worker/surveys/kinds/questions.ts';
import { type Answers, questionsOf, type Survey, visibleQuestions } from '../../worker/surveys/rules.ts';
import { answeredSurvey, comparable, mapping, partsOf } from './carrying.ts';
import { type Decoder, decoders, type Named } from './decoders.ts';

type Fields = Record<string, LinkField & Named>;
type Tool = {
  /** The address without answers. */
  base: Record<string, unknown>;
  host: RegExp;
  name(i: number): string;
  part(i: number): string;
  option(i: number): string;
  /** The name of the field in a config. */
  key: 'entry' | 'field';
  alsoHas?: fc.Arbitrary<Partial<Named>>;
};

const worded = (i: number) => `Opción ${i} & más + "50 %"`;
const coded = (i: number) => `A${i}`;

const tools: Record<string, Tool> = {
  'google-forms': {
    base: { form_id: '1FAIpQLSdZoPlopEZyHpBLl4EnX' },
    host: /^docs\.google\.com$/,
    name: (i) => String(1000 + i),
    part: (i) => String(900_000 + i),
    option: worded,
    key: 'entry',
  },
  'microsoft-forms': {
    base: { form_id: 'v4j5cvGGr0GRqy180BHbR21ouQM6BH' },
    host: /^forms\.office\.com$/,
    name: (i) => `r${(4096 + i).toString(16)}`,
    part: (i) => `rf${(65_536 + i).toString(16)}`,
    option: worded,
    key: 'field',
    alsoHas: fc.boolean().map((quoted) => ({ quoted })),
  },
  qualtrics: {
    base: { url: 'https://city.co1.qualtrics.com/jfe/form/SV_1?Q_Language=ES' },
    host: /^city\.co1\.qualtrics\.com$/,
    name: (i) => `QID${i + 1}`,
    part: (i) => String(i + 1),
    option: (i) => String(i + 1),
    key: 'field',
  },
  limesurvey: {
    base: { url: 'https://surveys.example.gov/lime/', survey: '48315' },
    host: /^surveys\.example\.gov$/,
    name: (i) => `2X${20 + i}`,
    part: (i) => `SQ${i}`,
    option: coded,
    key: 'field',
  },
  survey123: {
    base: { survey_id: '0123456789abcdef0123456789abcdef' },
    host: /^survey123\.arcgis\.com$/,
    name: (i) => `question_${i}`,
    part: (i) => `part_${i}`,
    option: coded,
    key: 'field',
  },
  jotform: {
    base: { url: 'https://form.jotform.com/220000000000000' },
    host: /^form\.jotform\.com$/,
    name: (i) => `q${i}_choice`,
    part: (i) => `part[p${i}]`,
    option: worded,
    key: 'field',
  },
};

/** Most questions also exist in the city's survey, each with a different name. */
function fieldsFor(tool: Tool, survey: Survey): fc.Arbitrary<Fields> {
  const questions = questionsOf(survey);
  return fc.tuple(...questions.map((question, i) => fieldFor(tool, question, i))).map((fields) => {
    const entries = fields.flatMap((field, i) => (field ? [[questions[i]?.id ?? '', field] as const] : []));
    return Object.fromEntries(entries);
  });
}

function fieldFor(tool: Tool, question: Question, i: number): fc.Arbitrary<(LinkField & Named) | null> {
  const ids = question.kind === 'district' ? ['1', '2'] : partsOf(question);
  const mapped = ['single', 'multiple', 'ranking', 'district'].includes(question.kind);
  const inParts =
    question.kind === 'allocation'
      ? fc.nat(5).map((n) => n > 0)
      : question.kind === 'ranking'
        ? fc.boolean()
        : fc.constant(false);
  return fc
    .tuple(
      mapping(ids, tool.option),
      mapping(ids, (n) => tool.part(i * 10 + n)),
      inParts,
      fc.nat(9),
      tool.alsoHas ?? fc.constant({}),
    )
    .map(([options, parts, isParted, luck, more]) => {
      if (luck === 0) return null;
      const names = isParted ? { parts } : mapped ? { options } : {};
      return { [tool.key]: tool.name(i), ...more, ...names };
    });
}

function inOneListEach(
  { survey, answers }: { survey: Survey; answers: Answers },
  built: ReturnType<NonNullable<ReturnType<typeof adapters.get>>['build']>,
) {
  const visible = visibleQuestions(survey, answers);
  const due = questionsOf(survey)
    .map(({ id }) => id)
    .filter((id) => visible.has(id) && answers[id] !== undefined);
  const untold = built.warnings.filter(({ code }) => code === 'not-asked');
  const said = [
    ...built.carried,
    ...built.toCopy.map(({ question }) => question),
    ...untold.map(({ question }) => question),
  ];
  expect(said.toSorted()).toEqual(due.toSorted());
  return due;
}

describe.each(Object.entries(tools))('a link to %s', (id, tool) => {
  const adapter = adapters.get(id)!;
  const decode: Decoder = decoders[id]!;
  const cases = answeredSurvey.chain((given) =>
    fc.tuple(
      fc.constant(given),
      fieldsFor(tool, given.survey),
      fc.constantFrom('en' as const, 'es' as const),
    ),
  );

  test('says what was answered, and what it does not say is on the sheet or told of', () => {
    fc.assert(
      fc.property(cases, ([given, fields, language]) => {
        const { survey, answers } = given;
        const built = adapter.build({ survey, answers, language, config: { ...tool.base, fields } });
        const due = inOneListEach(given, built);
        for (const question of questionsOf(survey)) {
          const field = fields[question.id];
          const read = field && decode(built.url, question, field);
          const answer = answers[question.id];
          if (!built.carried.includes(question.id)) expect(read).toBeUndefined();
          else expect(comparable(question, read!)).toBe(comparable(question, answer!));
        }
        for (const { question: copied, answer, theirs } of built.toCopy) {
          const question = questionsOf(survey).find((one) => one.id === copied)!;
          expect(built.warnings.map((warning) => warning.question)).toContain(copied);
          expect(theirs).toBe(question.title[language]);
          if (question.kind.endsWith('-text')) expect(answer).toBe(answers[copied]);
          else expect(answer).not.toBe('');
        }
        expect(due.length).toBeGreaterThanOrEqual(built.carried.length);
      }),
      { numRuns: 150 },
    );
  });

  test('is an address of the tool, over https, and short, and holds no own words', () => {
    fc.assert(
      fc.property(cases, ([{ survey, answers }, fields, language]) => {
        const { url, carried } = adapter.build({
          survey,
          answers,
          language,
          config: { ...tool.base, fields },
        });
        const { protocol, host, username, hash, href } = new URL(url);
        expect([protocol, tool.host.test(host), username, hash, href]).toEqual(['https:', true, '', '', url]);
        expect(url.length).toBeLessThan(1900);
        expect(url).not.toContain('+');
        const kept = questionsOf(survey).filter(
          (one) => one.kind === 'zip' || (one.kind === 'long-text' && one.inOwnWords),
        );
        for (const { id: private_ } of kept) expect(carried).not.toContain(private_);
      }),
      { numRuns: 100 },
    );
  });

  test('refuses a host that is not the tool’s, and any other way to get there', () => {
    const wrong = [
      'http://form.jotform.com/1',
      'https://jotform.com.example.org/1',
      'https://qualtrics.com@example.org/',
      'https://city.qualtrics.com:8443/',
      'https://example.org/#https://form.jotform.com',
      'javascript:alert(1)',
      'https://127.0.0.1/',
      'https://localhost/',
    ];
    for (const url of wrong) {
      const config = { ...tool.base, url, host: 'example.org', fields: {} };
      const survey: Survey = { ...empty };
      expect(() => adapter.build({ survey, answers: {}, language: 'en', config })).toThrow();
    }
  });
});

const empty: Survey = {
  version: 'v1',
  audience: 'residents',
  layout: 'one-page',
  sections: [],
  suggestions: [],
  carry: [],
};

const copyTools: Record<string, string> = {
  publicinput: 'https://publicinput.com/18283',
  'balancing-act': 'https://charlotte.abalancingact.com/2027-budget',
  surveymonkey: 'https://www.surveymonkey.com/r/ABC123',
  typeform: 'https://city.typeform.com/to/abc123',
  other: 'https://engage.example.gov/budget',
};

describe.each(Object.entries(copyTools))('a sheet for %s', (id, url) => {
  const adapter = adapters.get(id)!;
  const cases = answeredSurvey.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(questionsOf(given.survey))),
  );

  test('has each answer that is asked for, in the order of the tool, and tells of the others', () => {
    fc.assert(
      fc.property(cases, ([given, asked]) => {
        const { survey, answers } = given;
        const questions = asked.map(({ id: question }) => {
          return { question, text: { en: `Their ${question}`, es: `Su ${question}` } };
        });
        const built = adapter.build({ survey, answers, language: 'es', config: { url, questions } });
        const due = inOneListEach(given, built);
        expect([built.url, built.carried]).toEqual([url, []]);
        const shown = asked.filter((question) => due.includes(question.id));
        expect(built.toCopy).toEqual(
          shown.map((question) => ({
            question: question.id,
            theirs: `Su ${question.id}`,
            answer: kindOf(question).link.text(question, answers[question.id]!, { language: 'es' }),
          })),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('takes no other host than the tool’s', () => {
    const wrong = [
      'http://publicinput.com/1',
      'https://publicinput.com.evil.example',
      'https://10.0.0.1/',
      'ftp://x.org',
    ];
    for (const url of id === 'other' ? wrong.filter((one) => !one.includes('evil')) : wrong) {
      expect(adapter.config.safeParse({ url, questions: [] }).success).toBe(false);
    }
  });
});

const parks = { en: 'Parks', es: 'Parques' };
const asked = { help: null, required: false, showIf: null, title: { en: 'Which?', es: '¿Cuál?' } };
const one: Question = {
  ...asked,
  id: 'one',
  kind: 'single',
  options: [
    { id: 'parks', label: parks, score: null },
    { id: 'roads', label: { en: 'Roads', es: 'Calles' }, score: null },
  ],
};

function surveyWith(...questions: Question[]): Survey {
  return { ...empty, sections: [{ id: 's', title: parks, help: null, questions }] };
}

describe('Google’s "Other"', () => {
  const config = (other: boolean) => ({
    form_id: '1FAIpQLSdZoPlopEZyHpBLl4EnX',
    fields: { one: { entry: '7', options: { roads: 'Streets' }, ...(other && { other }) } },
  });

  test('takes an option that it does not have, where there is such a line', () => {
    const given = { survey: surveyWith(one), answers: { one: 'parks' }, language: 'en' as const };
    const { url, carried, warnings } = adapters
      .get('google-forms')!
      .build({ ...given, config: config(true) });
    expect(url).toBe(
      'https://docs.google.com/forms/d/e/1FAIpQLSdZoPlopEZyHpBLl4EnX/viewform?usp=pp_url&entry.7=__other_option__&entry.7.other_option_response=Parks',
    );
    expect([carried, warnings]).toEqual([['one'], []]);
  });

  test('is not there elsewhere: the option is on the sheet', () => {
    const given = { survey: surveyWith(one), answers: { one: 'parks' }, language: 'es' as const };
    const built = adapters.get('google-forms')!.build({ ...given, config: config(false) });
    expect(built.warnings).toEqual([{ question: 'one', code: 'no-option' }]);
    expect(built.toCopy).toEqual([{ question: 'one', theirs: '¿Cuál?', answer: 'Parques' }]);
  });
});

describe('a link that would be too long', () => {
  const longText = (id: string): Question => ({
    ...asked,
    id,
    kind: 'long-text',
    longest: 5000,
    inOwnWords: false,
  });
  const config = {
    form_id: '1FAIpQLSdZoPlopEZyHpBLl4EnX',
    fields: {
      one: { entry: '1', options: { roads: 'x'.repeat(200) } },
      short: { entry: '2' },
      long: { entry: '3' },
    },
  };

  test('loses its longest text first, with a line that says so', () => {
    const answers = { one: 'roads', short: 's'.repeat(500), long: 'l'.repeat(1500) };
    const survey = surveyWith(one, longText('short'), longText('long'));
    const built = adapters.get('google-forms')!.build({ survey, answers, language: 'en', config });
    expect(built.carried).toEqual(['one', 'short']);
    expect(built.warnings).toEqual([{ question: 'long', code: 'too-long' }]);
    expect(built.toCopy.map(({ answer }) => answer)).toEqual([answers.long]);
  });
});

test.each([
  ['write to me: ana@example.org', 'personal'],
  ['call (704) 555-0123 after six', 'personal'],
  ['1, 2 and 3 are my blocks', null],
  ['since 2026-11-28', null],
  ['11/28/2026', null],
  ['28.11.2026, at 10:30', null],
  ['2019-2024 were the worst years', null],
  ['between 2019 – 2024', null],
  ['from 2026-11-28 call 704.555.0123', 'personal'],
  ['704-555-2026', 'personal'],
  ['2026-11-28-1234567', 'personal'],
])('a text that says %j is left out of the link: %s', (answer, code) => {
  const survey = surveyWith({ ...asked, id: 'why', kind: 'short-text', longest: 500 });
  const config = { url: 'https://form.jotform.com/1', fields: { why: { field: 'why' } } };
  const built = adapters.get('jotform')!.build({ survey, answers: { why: answer }, language: 'en', config });
  expect(built.warnings).toEqual(code ? [{ question: 'why', code }] : []);
  expect(built.toCopy).toHaveLength(code ? 1 : 0);
});

test('PublicInput knows where its survey stands without the page around it', () => {
  const config = { url: 'https://publicinput.com/18283', questions: [], embed: { project: 18283, embed: 2 } };
  const { embedUrl } = adapters.get('publicinput')!;
  expect(embedUrl?.(config)).toBe('https://publicinput.com/display/?projId=18283&embedId=2&compact=true');
  expect(embedUrl?.({ ...config, embed: undefined })).toBeNull();
});

test('an amount, an order and choices are written as people would type them', () => {
  const options = one.kind === 'single' ? one.options : [];
  const lines = options.map((option) => ({ ...option, today: 50 }));
  const unit = { en: '%', es: '%' };
  const budget: Question = { ...asked, id: 'b', kind: 'allocation', lines, total: 100, step: 1, unit };
  expect(kindOf(budget).link.text(budget, { parks: 30, roads: 70 }, { language: 'en' })).toBe(
    'Parks: 30%\nRoads: 70%',
  );
  const order: Question = { ...asked, id: 'o', kind: 'ranking', options };
  expect(kindOf(order).link.text(order, ['roads', 'parks'], { language: 'es' })).toBe(
    '1. Calles\n2. Parques',
  );
  const several: Question = { ...asked, id: 'm', kind: 'multiple', options, atLeast: 0, atMost: 2 };
  expect(
    kindOf(several).link.text(several, ['roads'], { language: 'en', option: (id) => `Their ${id}` }),
  ).toBe('Their roads');
});

describe('LimeSurvey’s address as people copy it', () => {
  const survey = surveyWith({ ...asked, id: 'why', kind: 'short-text', longest: 500 });
  const linkOf = (url: string) => {
    const config = { url, survey: '12345', fields: { why: { field: '2X22' } } };
    return adapters.get('limesurvey')!.build({ survey, answers: { why: 'x' }, language: 'en', config }).url;
  };
  const answered = 'newtest=Y&lang=en&12345X2X22=x';

  test.each([
    ['https://s.example.gov', 'https://s.example.gov/index.php/12345?'],
    ['https://s.example.gov/lime/', 'https://s.example.gov/lime/index.php/12345?'],
    ['https://s.example.gov/index.php', 'https://s.example.gov/index.php/12345?'],
    ['https://s.example.gov/index.php/', 'https://s.example.gov/index.php/12345?'],
    ['https://s.example.gov/lime/index.php/12345', 'https://s.example.gov/lime/index.php/12345?'],
    ['https://s.example.gov/index.php/12345?lang=es', 'https://s.example.gov/index.php/12345?'],
    ['https://s.example.gov/index.php/survey/index/sid/12345', 'https://s.example.gov/index.php/12345?'],
    [
      'https://s.example.gov/lime/index.php?r=survey/index&sid=12345&lang=es',
      'https://s.example.gov/lime/index.php?r=survey%2Findex&sid=12345&',
    ],
    ['https://s.example.gov/?r=survey/index', 'https://s.example.gov/index.php?r=survey%2Findex&sid=12345&'],
  ])('%s', (url, start) => {
    expect(linkOf(url)).toBe(start + answered);
  });

  test.each(['https://s.example.gov/index.php/99', 'https://s.example.gov/index.php?r=survey/index&sid=99'])(
    '%s is of another survey',
    (url) => {
      expect(() => linkOf(url)).toThrow('names another survey');
    },
  );
});

test.each(['forms.office.com', 'forms.cloud.microsoft', 'forms.office365.us'])(
  'Microsoft Forms are at %s too',
  (host) => {
    const survey = surveyWith({ ...asked, id: 'why', kind: 'short-text', longest: 500 });
    const config = { host, form_id: 'v4j5cvGGr0GRqy180BHbR21ouQM6BH', fields: { why: { field: 'r1a' } } };
    const { url } = adapters
      .get('microsoft-forms')!
      .build({ survey, answers: { why: 'x' }, language: 'en', config });
    expect(new URL(url).host).toBe(host);
  },
);
