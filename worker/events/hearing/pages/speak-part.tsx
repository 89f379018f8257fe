import { type Language, message } from '../../../../web/language.ts';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import type { ShownComment } from '../shown.ts';
import { speakCopy } from './copy.ts';

/** How to speak at the hearing, on the page of the event. */
export function SpeakPart({ shell, speak }: { shell: Shell; speak: ShownComment }) {
  const { language } = shell;
  const words = speakCopy[language];
  return (
    <section class="flow" aria-labelledby="speak">
      <h2 id="speak">{words.heading}</h2>
      <Registering speak={speak} language={language} />
      {speak.helper && (
        <p>
          <a href={linkFrom(shell, speak.helper)}>{words.helper}</a>
        </p>
      )}
    </section>
  );
}

/** Until when, where and for how long. */
export function Registering({ speak, language }: { speak: ShownComment; language: Language }) {
  const words = speakCopy[language];
  const { minutes, isRegistering, url, phone, place } = speak;
  return (
    <>
      <p>
        <b>{untilWhen(speak, language)}</b> {message(words.minutes, { n: minutes }, language)}
      </p>
      {isRegistering && url && (
        <p>
          <a href={url}>{words.register}</a>
        </p>
      )}
      {isRegistering && phone && <p>{message(words.phone, { text: phone }, language)}</p>}
      {isRegistering && place && <p>{message(words.place, { text: place }, language)}</p>}
      {!isRegistering && <p>{words.other}</p>}
    </>
  );
}

function untilWhen({ isRegistering, registerBy: when }: ShownComment, language: Language): string {
  const words = speakCopy[language];
  if (when === null) return isRegistering ? words.untilBegin : words.lateBegun;
  return message(isRegistering ? words.by : words.late, { when }, language);
}
