import { linkFrom, type Shell } from '../../../web/shell.ts';
import { CarefulPage } from './frame.tsx';
import { copy } from './referral-copy.ts';

const cardsASheet = 4;

/** Cards that a hotel clerk or a librarian can print and hand over. */
export function CardPage({
  shell,
  lines,
  back,
  keeps,
}: {
  shell: Shell;
  lines: readonly string[];
  back: string;
  keeps: readonly string[];
}) {
  const words = copy[shell.language];
  return (
    <CarefulPage shell={shell} title={words.card.title} keeps={keeps}>
      <div class="flow">
        <div class="flow not-printed">
          <h1>{words.card.heading}</h1>
          <p>{words.card.lead}</p>
          <button class="button" type="button" hidden data-print>
            {words.card.print}
          </button>
          <noscript>
            <p>{words.card.menu}</p>
          </noscript>
          <p>
            <a href={linkFrom(shell, back)}>{words.heading}</a>
          </p>
        </div>
        <div class="cards">
          {Array.from({ length: cardsASheet }, () => (
            <div class="handover">
              {lines.map((line) => (
                <p>{line}</p>
              ))}
            </div>
          ))}
        </div>
      </div>
    </CarefulPage>
  );
}
