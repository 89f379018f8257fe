import { Qr } from '../../../../web/components/qr.tsx';
import { type Language, message } from '../../../../web/language.ts';
import { doorCopy } from './copy.ts';

/** The code to show at the door, on the supporter's own page. `qr` opens the list at the door with the code filled in. */
export function OwnCode({
  code,
  qr,
  isIn,
  language,
}: {
  code: string;
  qr: string;
  isIn: boolean;
  language: Language;
}) {
  const words = doorCopy[language].own;
  return (
    <section class="flow" aria-labelledby="door-code">
      <h2 id="door-code">{words.heading}</h2>
      <p class="door-code" translate="no">
        {code}
      </p>
      <div class="linked">
        <Qr text={qr} label={message(words.qr, { code }, language)} />
        <p>{isIn ? words.isIn : words.text}</p>
      </div>
    </section>
  );
}
