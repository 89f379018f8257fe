import type { Language, Text } from '../../../web/language.ts';
import type { Partner } from '../rules.ts';
import { coalitionCopy } from './campaign-copy.ts';

type WhoStandsProps = { partners: Partner[]; norms: Text[]; language: Language };

/** The partners by sector, in the campaign's order, and the norms that they agree to. */
export function WhoStands({ partners, norms, language }: WhoStandsProps) {
  const words = coalitionCopy[language];
  if (partners.length === 0) return null;
  return (
    <section class="flow" id="stands">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <dl class="held">
        {[...Map.groupBy(partners, ({ sector }) => sector)].map(([sector, those]) => (
          <div>
            <dt>{words.sectors[sector]}</dt>
            {those.map(({ name, siteUrl, role }) => (
              <dd>
                <b>{siteUrl ? <a href={siteUrl}>{name[language]}</a> : name[language]}</b>
                <br />
                {role[language]}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {norms.length > 0 && (
        <details>
          <summary>{words.norms}</summary>
          <ol>
            {norms.map((norm) => (
              <li>{norm[language]}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
