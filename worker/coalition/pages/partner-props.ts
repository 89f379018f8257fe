import type { Shell } from '../../../web/shell.ts';
import type { ShownWebhook } from '../../webhooks/pages/partner-section.tsx';
import type { ActionBrought } from './brought.ts';

export type PartnerPageProps = {
  shell: Shell;
  token: string;
  partner: { name: string; role: string; retired: boolean };
  asOf: Date;
  timeZone: string;
  actions: ActionBrought[];
  /** What the columns of what was sent are called, for each kind of action. */
  received: string[];
  norms: string[];
  /** When the partner agreed to them. */
  normsOn: string | null;
  contactEmail: string;
  webhooks: ShownWebhook[];
  /** The campaign's share kit. */
  shareHref: string;
};
