import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './part-copy.ts';

type ResourcesPartProps = {
  shell: Shell;
  /** Paths; null for what the campaign does not have. */
  services: string | null;
  assets: string | null;
};

/** On the campaign's page. */
export function ResourcesPart({ shell, services, assets }: ResourcesPartProps) {
  const { part } = copy[shell.language];
  return (
    <section class="flow" aria-labelledby={services ? 'resources-heading' : undefined}>
      {services && (
        <>
          <h2 id="resources-heading">{part.heading}</h2>
          <p>{part.text}</p>
          <p>
            <a href={linkFrom(shell, services)}>{part.link}</a>
          </p>
        </>
      )}
      {assets && (
        <p>
          <a href={linkFrom(shell, assets)}>{part.assets}</a>
        </p>
      )}
    </section>
  );
}
