import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { knownQuery } from '../platform/query.ts';
import type { SupporterSection } from '../signatures/supporter-section.ts';
import { privacyCopy } from './pages/privacy-copy.ts';
import { listAskedOf } from './people-store.ts';

export const samplesPrivacy: PrivacySection = () =>
  knownQuery(({ language }) => {
    const { kept, until } = privacyCopy[language];
    return { kept: [kept], until: [until] };
  });

export const samplesSupporterSection: SupporterSection = {
  async data(c) {
    const asked = await listAskedOf(c.var.deps.db, c.var.link.signature.id);
    return asked.length > 0 ? { asked_whether_you_signed: asked } : {};
  },
};
