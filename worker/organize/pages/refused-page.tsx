import { PlainConsolePage } from '../../../web/console/console-page.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type RefusedPageProps = { shell: Shell; why: 'role' | 'changed'; to: string | null };

export function RefusedPage({ shell, why, to }: RefusedPageProps) {
  const words = copy[shell.language].refused;
  const { title, text } = words[why];
  return (
    <PlainConsolePage shell={shell} title={title} isError>
      <div class="flow">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={to ?? linkFrom(shell, '/organize')}>{to === null ? words.home : words.back}</a>
        </p>
      </div>
    </PlainConsolePage>
  );
}

export function NotUndonePage({
  shell,
  why,
  to,
}: {
  shell: Shell;
  why: keyof (typeof copy)['en']['refused']['undo'];
  to: string;
}) {
  const words = copy[shell.language].refused;
  return (
    <PlainConsolePage shell={shell} title={words.undoTitle} isError>
      <div class="flow">
        <h1>{words.undoTitle}</h1>
        <p>{words.undo[why]}</p>
        <p>
          <a href={to}>{words.back}</a>
        </p>
      </div>
    </PlainConsolePage>
  );
}
