import type { Language } from '../../../web/language.ts';
import { coalitionCopy } from './campaign-copy.ts';

type CoalitionPartner = {
  name: string;
  sector: keyof (typeof coalitionCopy)['en']['sectors'];
  site: string | null;
  role: string;
};

export type Coalition = { partners: CoalitionPartner[]; norms: string[] };

/** The partners by sector, in the order in which the campaign names them, and what they agree to. */
export function WhoStands({ coalition, language }: { coalition: Coalition; language: Language }) {
  const words = coalitionCopy[language];
  const { partners, norms } = coalition;
  if (partners.length === 0) return null;
  return (
    <section class="flow" id="stands">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <dl class="held">
        {[...Map.groupBy(partners, ({ sector }) => sector)].map(([sector, those]) => (
          <div>
            <dt>{words.sectors[sector]}</dt>
            {those.map((partner) => (
              <dd>
                <b>{partner.site ? <a href={partner.site}>{partner.name}</a> : partner.name}</b>
                <br />
                {partner.role}
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
              <li>{norm}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
