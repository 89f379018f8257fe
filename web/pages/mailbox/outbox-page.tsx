import type { Shell } from '../../shell.ts';

export type OutboxMail = {
  id: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  links: string[];
  state: string;
  createdAt: Date;
};

/** Newest first. The local mailbox is for developers: times are shown in UTC. */
export type OutboxPageProps = { shell: Shell; mails: OutboxMail[] };
export function OutboxPage(_props: OutboxPageProps) {
  return <></>;
}
