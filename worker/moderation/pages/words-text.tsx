import { Notice } from '../../../web/components/notice.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import type { ShownText } from './words-view.ts';

/** A text with what is known about it: where it would be read, since when, what marks it, what was decided. */
export function WordsText({ shell, text }: { shell: Shell; text: ShownText }) {
  const { label, action, now, decision } = text;
  const { language } = shell;
  const words = copy[language];
  const told = now?.look === 'waiting' ? words.since : words.shownSince;
  return (
    <>
      <p class="small about">
        <strong>{label}</strong>
        {action && (
          <>
            {' · '}
            <a href={linkFrom(shell, action.href)}>{action.title}</a>
          </>
        )}
        {now && ` · ${message(told, { date: now.since }, language)}`}
        {now?.marks.map((mark) => (
          <>
            {' '}
            <span class="mark">{words.marks[mark]}</span>
          </>
        ))}
      </p>
      {now && now.text !== null ? (
        <blockquote class="words" dir="auto" translate="no">
          {now.text}
        </blockquote>
      ) : (
        <p>{now ? words.unreadable : words.gone}</p>
      )}
      {decision && <p class="small">{decisionWords(decision, now?.look === 'waiting', shell)}</p>}
    </>
  );
}

function decisionWords(
  { after, by, on, reason }: NonNullable<ShownText['decision']>,
  isBefore: boolean,
  { language }: Shell,
): string | null {
  const words = copy[language];
  const why = reason ? words.reasons[reason] : words.decided.noReason;
  if (isBefore) {
    return after === 'hidden' ? message(words.decided.before, { reason: why }, language) : null;
  }
  const values = { email: by ?? words.decided.command, date: on, reason: why };
  return message(words.decided[after], values, language);
}

/** A text that has changed before it was decided, as it is now. */
export function Changed({ shell, left }: { shell: Shell; left: ShownText[] }) {
  const words = copy[shell.language].changed;
  return (
    <div class="summary" role="alert" tabindex={-1}>
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      {left.map((text) => (
        <Notice>
          <WordsText shell={shell} text={text} />
          {text.now && <p>{words.look[text.now.look]}</p>}
        </Notice>
      ))}
    </div>
  );
}
