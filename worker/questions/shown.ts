import type { ShownEntry } from '../../web/components/entry-list.tsx';
import { formatDate, type Language, message, type Text } from '../../web/language.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { Entry } from './entry-rules.ts';
import { copy } from './pages/copy.ts';

/** What the kit holds and what was answered since, questions before myths. */
export function shownEntries(
  campaign: Pick<Campaign, 'questions' | 'city'>,
  entries: readonly Entry[],
  language: Language,
): ShownEntry[] {
  const ofKit = campaign.questions.map((one, index) => ofKitEntry(one, index, language));
  const written = entries
    .filter(({ state }) => state === 'shown')
    .map((one) => writtenEntry(one, language, campaign.city));
  const all = [...ofKit, ...written];
  return [...all.filter(({ kind }) => kind === 'question'), ...all.filter(({ kind }) => kind === 'myth')];
}

function ofKitEntry(
  { question, answer }: { question: Text; answer: Text },
  index: number,
  language: Language,
): ShownEntry {
  return {
    ...{ id: `kit-${index + 1}`, kind: 'question', asked: question[language], fact: null },
    answerHtml: renderMarkdown(answer[language]),
    ...{ source: null, isChanged: false, changedOn: null },
  };
}

export function writtenEntry(
  entry: Entry,
  language: Language,
  { timeZone }: Pick<Campaign['city'], 'timeZone'>,
): ShownEntry {
  const values = { source: entry.source.name, date: formatDate(entry.answeredOn, language) };
  return {
    ...{ id: entry.id, kind: entry.kind, asked: entry.asked[language] },
    fact: entry.fact?.[language] ?? null,
    answerHtml: renderMarkdown(entry.answer[language]),
    source: { line: message(copy[language].source, values, language), url: entry.source.url },
    isChanged: entry.version > 1,
    changedOn: entry.changedAt && formatDate(dateIn(timeZone, entry.changedAt), language),
  };
}
