import { linkFrom, type Shell } from '../shell.ts';
import { copy } from './copy.ts';

/** A link to the signed statements of a petition or survey, with which anybody can check its count. */
export function StatementsLink({ shell, slug }: { shell: Shell; slug: string }) {
  return (
    <p>
      <a href={linkFrom({ ...shell, frame: null }, `/statements/${slug}`)}>
        {copy[shell.language].statements}
      </a>
    </p>
  );
}
