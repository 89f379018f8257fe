import { mailText } from '../platform/mail/mail-text.ts';
import type { SurveyWords } from '../surveys/digest/mail-surveys.ts';
import { surveyCopy } from '../surveys/digest/pages/survey-copy.ts';
import { copy } from './copy.ts';
import type { NumberRow, NumberTable } from './mail-rows.ts';
import type { DigestWords, PetitionWords } from './mail-words.ts';
import { copy as shared } from './pages/copy.ts';

const labelColumns = 42;
const numberColumns = 9;
const barColumns = 20;

export function digestText(said: DigestWords): string {
  const words = copy[said.language].digest;
  const { links } = said;
  return mailText([
    said.masthead,
    ...said.petitions.flatMap((petition) => petitionText(petition, said)),
    ...said.surveys.flatMap((survey) => surveyText(survey, said)),
    listed(shared[said.language].how.heading, said.how),
    rule,
    said.questions,
    `${words.staff}\n${links.staffUrl}`,
    `${words.frequency}\n${links.deliveryUrl}`,
    said.why,
  ]);
}

const rule = '-'.repeat(labelColumns + numberColumns + 2 + barColumns);

function petitionText(petition: PetitionWords, said: DigestWords): (string | null)[] {
  const words = shared[said.language];
  return [
    `${petition.title}\n${'='.repeat(Math.min([...petition.title].length, 76))}`,
    petition.summary,
    `${petition.confirmed} ${words.verified} (${petition.change})`,
    ...petition.notes,
    [
      words.places.heading,
      ...petition.districts.map(aligned),
      shortRule,
      ...petition.places.map(aligned),
      shortRule,
      aligned(petition.total),
    ].join('\n'),
    [words.account.heading, ...petition.account.map(aligned), shortRule, aligned(petition.received)].join(
      '\n',
    ),
    petition.partners && tableText(petition.partners),
    petition.corrections.length > 0
      ? listed(words.corrections.heading, petition.corrections)
      : `${words.corrections.heading}\n${words.corrections.none}`,
    `${words.possible.heading}\n${petition.possible}`,
    petition.next.length > 0 ? listed(words.next.heading, petition.next) : null,
    `${copy[said.language].digest.live}\n${petition.liveUrl}`,
  ];
}

function surveyText(survey: SurveyWords, said: DigestWords): (string | null)[] {
  const words = surveyCopy[said.language];
  const digest = copy[said.language].digest;
  const lines = (heading: string, all: string[]) => (all.length > 0 ? listed(heading, all) : null);
  return [
    `${survey.title}\n${'='.repeat(Math.min([...survey.title].length, 76))}`,
    survey.summary,
    survey.numbers.map(({ label, value, change }) => `${value} ${label} (${change})`).join('\n'),
    survey.overlap,
    ...survey.notes,
    lines(words.findings.heading, survey.findings),
    lines(words.suggestions.heading, survey.suggestions),
    ...survey.tables.map(tableText),
    lines(words.texts, survey.texts),
    lines(words.words.heading, survey.words),
    lines(words.tally.corrections.heading, survey.corrections),
    `${digest.moreOfSurvey}\n${said.links.staffUrl}`,
    `${digest.liveSurvey}\n${survey.liveUrl}`,
  ];
}

function tableText({ caption, rows, total }: NumberTable): string {
  return [caption, ...rows.map(aligned), shortRule, aligned(total)].join('\n');
}

const shortRule = `  ${'-'.repeat(labelColumns + numberColumns)}`;

/** A label, its number flush right, and a bar. A label that is too long gets lines of its own. */
function aligned({ label, value, share }: NumberRow): string {
  const lines = folded(label);
  const last = lines.pop() ?? '';
  const bar = share ? `  ${'#'.repeat(Math.max(1, Math.round(share * barColumns)))}` : '';
  const row = `  ${last.padEnd(labelColumns)}${value.padStart(numberColumns)}${bar}`;
  return [...lines.map((line) => `  ${line}`), row].join('\n');
}

function folded(label: string): string[] {
  const lines = [''];
  for (const word of label.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length > labelColumns - 1) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

function listed(heading: string, lines: string[]): string {
  return [heading, ...lines.map((line) => `- ${line}`)].join('\n');
}
