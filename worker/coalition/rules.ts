import type { SourceGroup } from '../../web/components/source-options.tsx';
import type { Language } from '../../web/language.ts';
import type { Text } from '../places/rules.ts';

export const sectors = [
  'law-enforcement',
  'victim-services',
  'business',
  'healthcare',
  'faith',
  'foundation',
  'advocacy',
  'survivor-led',
  'other',
] as const;
export type Sector = (typeof sectors)[number];

export const sourceKinds = ['link', 'embed', 'share', 'poster', 'flyer', 'event', 'paper'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** An organization of the coalition. */
export type Partner = {
  id: number;
  campaignId: number;
  slug: string;
  name: Text;
  sector: Sector;
  siteUrl: string | null;
  contactEmail: string;
  role: Text;
  /** Null where nobody said. */
  brings: Text | null;
  decides: Text | null;
  /** When it agreed to the campaign's norms, as the kit says. */
  normsOn: string | null;
  mayAskContact: boolean;
  /** Its link and its key are valid only at these versions. */
  link: number;
  keyVersion: number;
  /** No longer in the coalition. It keeps the credit for what came through it. */
  retired: boolean;
};

/** Where signatures come from: a partner's embed, a QR poster, a share link. */
export type Source = {
  slug: string;
  name: Text;
  kind: SourceKind;
  /** Null is the campaign's own. */
  partner: Pick<Partner, 'slug' | 'name' | 'mayAskContact'> | null;
};

/** Came without a source. */
export const direct = 'direct';
/** Came with an unknown source. One bucket for all of them keeps the number of counted sources bounded. */
export const other = 'other';
/** From the page after a confirmation. */
const thankYou = 'thank-you';

const longest = 40;

/** The source that `?source=` or the form's field stands for. */
export function sourceOf(given: string | null | undefined, known: readonly Pick<Source, 'slug'>[]): string {
  const slug = (given ?? '').trim().toLowerCase();
  if (slug === '') return direct;
  if (slug.length > longest || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return other;
  return slug === direct || known.some((source) => source.slug === slug) ? slug : other;
}

/** The partner whose own form asks whether it may write to the supporter; null where nobody does. */
export function askingPartnerOf(source: string, known: readonly Source[]): Source['partner'] {
  const partner = known.find(({ slug }) => slug === source)?.partner ?? null;
  return partner?.mayAskContact ? partner : null;
}

/** Counts people who come without anybody's name, or by the buttons that supporters press on this site. */
function isOfTheSite({ slug, kind, partner }: Source): boolean {
  return slug === direct || slug === other || slug === thankYou || (kind === 'share' && partner === null);
}

/** What somebody can name as theirs: the campaign's own first, then each partner's under its name. */
export function groupSources(
  sources: readonly Source[],
  { language, chosen }: { language: Language; chosen: string },
): SourceGroup[] {
  const groups = new Map<string | null, { value: string; label: string }[]>();
  const named = sources.filter((source) => source.slug === chosen || !isOfTheSite(source));
  for (const { slug, name, partner } of named) {
    const group = partner?.name[language] ?? null;
    groups.set(group, [...(groups.get(group) ?? []), { value: slug, label: name[language] }]);
  }
  return [...groups]
    .sort(([one], [another]) => (one ?? '').localeCompare(another ?? ''))
    .map(([partner, options]) => ({ partner, options }));
}
