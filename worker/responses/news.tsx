import { message } from '../../web/language.ts';
import type { NewsSource } from '../actions/news-source.ts';
import { pathOf } from '../actions/rules.ts';
import { mapQuery } from '../platform/query.ts';
import { Written } from './pages/answer-lines.tsx';
import { asksCopy } from './pages/asks-copy.ts';
import { newestAnswersQuery } from './store.ts';

const excerpt = 400;

/** Each answer that holds, among the news of its campaign. */
export const answersAsNews: NewsSource = (db, campaign) =>
  mapQuery(newestAnswersQuery(db, campaign), (answers) => (language) => {
    const words = asksCopy[language];
    return answers.map(({ id, committee, answer, ask, text, spoken, at, slug }) => {
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
        href: `${pathOf({ kind: 'petition', slug })}#asks`,
      };
    });
  });
