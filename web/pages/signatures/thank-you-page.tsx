import type { Shell } from '../../shell.ts';

export type ThankYouPageProps = {
  shell: Shell;
  petition: { slug: string; title: string };
  confirmed: number;
  share: { kind: 'email' | 'sms' | 'whatsapp'; href: string }[];
  shareUrl: string;
  nextActions: { title: string; description: string; href: string }[];
};
export function ThankYouPage(_props: ThankYouPageProps) {
  return <></>;
}
