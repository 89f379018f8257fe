import { formatNumber, type Language, message } from '../../web/language.ts';
import { type PaperCheck, type PaperSample, resultOfCheck } from './paper-check-rules.ts';

const en = {
  by: {
    clerk: 'The clerk’s office compared lines drawn by chance with a list.',
    campaign:
      'The campaign itself compared lines drawn by chance with a list; nobody independent has checked it.',
  },
  sample: 'Of {lines} lines, {sampled} were drawn: {valid} were valid, and {pairs} people were found twice.',
  projected:
    'That makes about {estimate} valid lines, most likely {low} to {high} ({method}; ordinary 95% range).',
  methods: {
    california: 'California’s formula, 2 CCR 20531 and 20532',
    washington: 'Goodman’s estimate',
    oregon: 'Goodman’s estimate',
  },
  verdict: {
    enough: 'By {rule}, that is enough: {required} are needed.',
    'every-line': 'By {rule}, each line has to be looked at: {required} are needed.',
    'second-sample': 'By {rule}, it takes a second, larger sample: {required} are needed.',
    'too-few': 'By {rule}, two samples say that it is too few: {required} are needed.',
  },
  rules: {
    california: '',
    washington: 'Washington’s test (WAC 434-379-010)',
    oregon: 'Oregon’s rule (ORS 250.215)',
  },
};

const es: typeof en = {
  by: {
    clerk: 'La secretaría de la ciudad comparó con una lista líneas sacadas al azar.',
    campaign:
      'La propia campaña comparó con una lista líneas sacadas al azar; nadie independiente la ha revisado.',
  },
  sample:
    'De {lines} líneas se sacaron {sampled}: {valid} eran válidas y {pairs} personas aparecieron dos veces.',
  projected:
    'Son unas {estimate} líneas válidas, muy probablemente de {low} a {high} ({method}; rango común del 95 %).',
  methods: {
    california: 'fórmula de California, 2 CCR 20531 y 20532',
    washington: 'estimación de Goodman',
    oregon: 'estimación de Goodman',
  },
  verdict: {
    enough: 'Según {rule}, son suficientes: hacen falta {required}.',
    'every-line': 'Según {rule}, hay que mirar cada línea: hacen falta {required}.',
    'second-sample': 'Según {rule}, hace falta una segunda muestra, más grande: se necesitan {required}.',
    'too-few': 'Según {rule}, dos muestras dicen que son pocas: hacen falta {required}.',
  },
  rules: {
    california: '',
    washington: 'la prueba de Washington (WAC 434-379-010)',
    oregon: 'la regla de Oregón (ORS 250.215)',
  },
};

const copy: Record<Language, typeof en> = { en, es };

/** A check of a sample of lines, in sentences for the staff page, the digest and the console. */
export function paperCheckLines(check: PaperCheck, language: Language): string[] {
  const words = copy[language];
  const { method, by, lines, required, first, second } = check;
  const { estimate, low, high, verdict } = resultOfCheck(check);
  const written = (template: string, numbers: Record<string, number>, values: Record<string, string> = {}) =>
    message(
      template,
      {
        ...Object.fromEntries(Object.entries(numbers).map(([key, n]) => [key, formatNumber(n, language)])),
        ...values,
      },
      language,
    );
  const sampleLine = ({ sampled, valid, pairs }: PaperSample) =>
    written(words.sample, { lines, sampled, valid, pairs });
  return [
    words.by[by],
    ...[first, ...(second ? [second] : [])].map(sampleLine),
    written(words.projected, { estimate, low, high }, { method: words.methods[method] }),
    ...(verdict ? [written(words.verdict[verdict], { required }, { rule: words.rules[method] })] : []),
  ];
}
