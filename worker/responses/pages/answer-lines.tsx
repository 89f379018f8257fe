import type { Language } from '../../../web/language.ts';
import { message } from '../../../web/language.ts';
import type { AnswerWords } from '../words.ts';
import { asksCopy } from './asks-copy.ts';

type Props = {
  answer: AnswerWords;
  language: Language;
  /** Cuts a long answer and leads to the whole. */
  wholeHref?: string;
};

/** So many characters of an answer stand on the petition's page. */
const excerpt = 400;

/** What a committee answered to one ask. */
export function AnswerLines({ answer, language, wholeHref }: Props) {
  const words = asksCopy[language];
  const isCut = wholeHref !== undefined && answer.text.length > excerpt;
  const text = isCut ? `${answer.text.slice(0, excerpt).replace(/\s+\S*$/, '')} …` : answer.text;
  return (
    <>
      <p>
        <b>{answer.said}</b>
      </p>
      {answer.replaced && (
        <p>
          <strong>{answer.replaced}</strong>
        </p>
      )}
      <Written text={text} language={answer.language} />
      {isCut && (
        <p>
          <a href={wholeHref}>{words.more}</a>
        </p>
      )}
      {answer.commitment && (
        <p>
          {answer.commitment.isOverdue ? <b>{answer.commitment.text}</b> : answer.commitment.text}
          {answer.commitment.source && (
            <>
              {' '}
              {message(words.source, { source: '' }, language)}
              <Sourced source={answer.commitment.source} />
            </>
          )}
        </p>
      )}
      <p class="small">{answer.lines.join(' ')}</p>
      {answer.document && (
        <p class="small">
          {words.document}: <OutsideLink href={answer.document} />
        </p>
      )}
    </>
  );
}

/** As it was typed: no markup, its own direction, its own language. */
export function Written({ text, language }: { text: string; language: Language }) {
  if (text === '') return null;
  return (
    <blockquote class="comment" lang={language} dir="auto">
      {text}
    </blockquote>
  );
}

function Sourced({ source }: { source: string }) {
  if (/^https?:\/\/\S+$/.test(source)) return <OutsideLink href={source} />;
  return <bdi>{source}</bdi>;
}

/** The address itself is the text, so that nobody is led elsewhere than they read. */
export function OutsideLink({ href }: { href: string }) {
  return (
    <a href={href} rel="nofollow noopener" class="address">
      <bdi>{href}</bdi>
    </a>
  );
}
