import type { SupporterSection } from '../signatures/supporter-section.ts';
import { listAskedOf } from './people-store.ts';

export const samplesSupporterSection: SupporterSection = {
  async data(c) {
    const asked = await listAskedOf(c.var.deps.db, c.var.link.signature.id);
    return asked.length > 0 ? { asked_whether_you_signed: asked } : {};
  },
};
