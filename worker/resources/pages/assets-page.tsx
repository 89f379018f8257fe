import { Chart, type ChartRow } from '../../../web/components/chart.tsx';
import { Social } from '../../../web/components/social.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import { type AssetKind, assetKinds } from '../asset-rules.ts';
import { copy } from './assets-copy.ts';

export type ShownAsset = {
  kind: AssetKind;
  name: string;
  gives: string;
  phase: string | null;
  partner: string | null;
  since: string | null;
  district: string | null;
};

/** What owners let be shown, by district and by kind. */
export function AssetsPage({
  shell,
  site,
  city,
  rows,
  assets,
}: {
  shell: Shell;
  /** Where the site is, without a slash at its end. */
  site: string;
  city: string;
  rows: ChartRow[];
  assets: readonly ShownAsset[];
}) {
  const { language } = shell;
  const words = copy[language];
  const title = message(words.title, { city }, language);
  const image = `/cards/campaigns/${shell.campaign?.slug}.png`;
  const kinds = assetKinds.filter((kind) => assets.some((asset) => asset.kind === kind));
  return (
    <Layout
      shell={shell}
      title={title}
      description={words.lead}
      head={<Social shell={shell} site={site} title={title} description={words.lead} image={image} />}
    >
      <div class="flow">
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        <div class="beside">
          <div class="flow">
            {kinds.map((kind) => (
              <section class="flow">
                <h2>{words.kinds[kind]}</h2>
                {assets
                  .filter((asset) => asset.kind === kind)
                  .map((asset) => (
                    <Entry asset={asset} shell={shell} />
                  ))}
              </section>
            ))}
          </div>
          <Chart
            title={words.picture}
            labelHead={words.district}
            valueHead={words.number}
            rows={rows}
            inOrder
            evenFew
            scaleTo={5}
            language={language}
          />
        </div>
      </div>
    </Layout>
  );
}

function Entry({ asset, shell: { language } }: { asset: ShownAsset; shell: Shell }) {
  const words = copy[language];
  const { phase, partner, since, district } = asset;
  const about = [
    district,
    phase && `${words.phase}: ${phase}`,
    partner && `${words.partner}: ${partner}`,
    since && `${words.since}: ${formatDate(since, language)}`,
  ].filter(Boolean);
  return (
    <div>
      <h3>{asset.name}</h3>
      <p>{asset.gives}</p>
      {about.length > 0 && <p class="small">{about.join(' · ')}</p>}
    </div>
  );
}
