import { askingPartnerOf, type Source } from '../coalition/rules.ts';

/** The partner that may write, or whose form asked whether it may; null if there is none. */
export function contactOf(
  { source, partnerContact }: { source: string; partnerContact: boolean },
  sources: readonly Source[],
): Source['partner'] {
  if (!partnerContact) return askingPartnerOf(source, sources);
  return sources.find(({ slug }) => slug === source)?.partner ?? null;
}
