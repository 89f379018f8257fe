import { PlainConsolePage } from '../../../web/console/console-page.tsx';
import type { Shell } from '../../../web/shell.ts';
import { previewCopy } from './preview-copy.ts';

/** Where a draft is not far enough for its pages to be made. */
export function PreviewProblemsPage({
  shell,
  back,
  problems,
}: {
  shell: Shell;
  back: string;
  problems: { where: string; words: string }[];
}) {
  const words = previewCopy[shell.language];
  return (
    <PlainConsolePage shell={shell} title={words.wrongTitle}>
      <div class="flow">
        <h1>{words.wrongTitle}</h1>
        <p>{words.wrong}</p>
        <ul>
          {problems.map(({ where, words: said }) => (
            <li class="address">
              <b>{where}</b>: {said}
            </li>
          ))}
        </ul>
        <p>
          <a href={back}>{words.back}</a>
        </p>
      </div>
    </PlainConsolePage>
  );
}
