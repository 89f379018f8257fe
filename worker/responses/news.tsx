import { formatDate, message } from '../../web/language.ts';
import type { NewsSource, ToldNews } from '../actions/news-source.ts';
import { pathOf } from '../actions/rules.ts';
import { mapQuery } from '../platform/query.ts';
import { Written } from './pages/answer-lines.tsx';
import { asksCopy } from './pages/asks-copy.ts';
import { overdueFrom } from './rules.ts';
import { newestAnswersQuery } from './store.ts';

const excerpt = 400;

/** Each answer that holds, and each commitment whose day has passed, among the news of its campaign. */
export const answersAsNews: NewsSource = (db, campaign) =>
  mapQuery(newestAnswersQuery(db, campaign), (answers) => (language) => {
    const words = asksCopy[language];
    const late = answers.flatMap((one): ToldNews[] => {
      if (one.dueOn === null || one.outcome === 'kept') return [];
      const values = { committee: one.committee[language], date: formatDate(one.dueOn, language) };
      return [
        {
          id: `overdue-${one.id}`,
          at: overdueFrom(one.dueOn, one.timeZone),
          title: message(words.late, values, language),
          html: String(<p>{one.ask[language]}</p>),
          href: hrefOf(one.slug),
        },
      ];
    });
    const given = answers.map(({ id, committee, answer, ask, text, spoken, at, slug }) => {
      const values = { committee: committee[language], answer: words.answers[answer] };
      const shown = text.length > excerpt ? `${text.slice(0, excerpt)} …` : text;
      return {
        id: `answer-${id}`,
        at,
        title: message(words.said, values, language),
        html: String(
          <>
            <p>{ask[language]}</p>
            <Written text={shown} language={spoken} />
          </>,
        ),
        href: hrefOf(slug),
      };
    });
    return [...given, ...late];
  });

function hrefOf(slug: string): string {
  return `${pathOf({ kind: 'petition', slug })}#asks`;
}
