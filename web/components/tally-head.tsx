import { linkFrom, type Shell } from '../shell.ts';

/** `state` in words. */
export type TallyHeadProps = { shell: Shell; href: string; title: string; state: string };

/** The heading of one tally, which leads to its public page. */
export function TallyHead({ shell, href, title, state }: TallyHeadProps) {
  return (
    <>
      <h2>
        <a href={linkFrom(shell, href)}>{title}</a>
      </h2>
      <p class="small">{state}</p>
    </>
  );
}
