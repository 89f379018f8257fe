import { withoutUnseen } from './text-rules.ts';

/**
 * Spellings of the same person or mailbox. The results are only for comparing: they are never shown, and mail is never
 * sent to them.
 */

type MailboxRule = {
  sameAs?: string;
  /** The characters before the @ that make no difference. */
  ignores?: RegExp;
  /** The character that starts the part before the @ that a provider ignores; a plus does so for all of them. */
  tag?: '-';
  /** `anything@user.example.com` goes to `user@example.com`. */
  namesUserInDomain?: boolean;
};

const dots = /\./g;
/** Proton calls these transparent (proton.me/support/change-username), and old accounts have an address at each domain. */
const proton: MailboxRule = { ignores: /[._-]/g, sameAs: 'proton.me' };

/** Providers known to deliver other spellings to one mailbox. */
const mailboxRules: Record<string, MailboxRule> = {
  'gmail.com': { ignores: dots },
  'googlemail.com': { ignores: dots, sameAs: 'gmail.com' },
  'proton.me': proton,
  'protonmail.com': proton,
  'protonmail.ch': proton,
  'pm.me': proton,
  'me.com': { sameAs: 'icloud.com' },
  'mac.com': { sameAs: 'icloud.com' },
  'ymail.com': { tag: '-' },
  'rocketmail.com': { tag: '-' },
};

/** A name that people choose at Yahoo has no hyphen. The part after a hyphen is the keyword of a disposable address. */
const yahoo = /^yahoo\.(com?\.)?[a-z]{2,3}$/;

const fastmail = new Set(
  `fastmail.cn fastmail.co.uk fastmail.com fastmail.com.au fastmail.de fastmail.es fastmail.fm fastmail.fr fastmail.im
  fastmail.in fastmail.jp fastmail.mx fastmail.net fastmail.nl fastmail.org fastmail.se fastmail.to fastmail.tw
  fastmail.uk fastmail.us 123mail.org airpost.net eml.cc f-m.fm fastest.cc fastimap.com fastmailbox.net fea.st fmail.co.uk
  fmailbox.com ftml.net hailmail.net imap.cc imapmail.org inoutbox.com internet-mail.org letterboxes.org mailbolt.com
  mailcan.com mailhaven.com mailmight.com ml1.net mm.st myfastmail.com ownmail.net petml.com postinbox.com postpro.net
  proinbox.com promessage.com realemail.net rushpost.com sent.as sent.at sent.com speedpost.net speedymail.org ssl-mail.com
  swift-mail.com the-fastest.net veryspeedy.net warpmail.net xsmail.com yepmail.net your-mail.com`.split(
    /\s+/,
  ),
);

function mailboxRuleOf(domain: string): MailboxRule {
  if (yahoo.test(domain)) return { tag: '-' };
  const above = domain.slice(domain.indexOf('.') + 1);
  return fastmail.has(above) ? { sameAs: above, namesUserInDomain: true } : (mailboxRules[domain] ?? {});
}

/** The address in lower case, without `+tag`, normalized by its provider's own rule. Expects a valid address. */
export function canonicalEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = asciiDomain(email.slice(at + 1)) ?? email.slice(at + 1).toLowerCase();
  const { sameAs = domain, ...rule } = mailboxRuleOf(domain);
  const local = rule.namesUserInDomain
    ? domain.slice(0, domain.indexOf('.'))
    : email.slice(0, at).toLowerCase();
  const untagged = withoutTag(rule.tag ? withoutTag(local, rule.tag) : local, '+');
  return `${rule.ignores ? untagged.replace(rule.ignores, '') : untagged}@${sameAs}`;
}

function withoutTag(local: string, mark: string): string {
  const tag = local.indexOf(mark, 1);
  return tag > 0 ? local.slice(0, tag) : local;
}

/**
 * Whether mail to this spelling may bounce although the mailbox accepts mail: it has a tag or another domain of its
 * provider. Dots, hyphens and
 * underscores are ignored only at providers that are known to ignore them.
 */
export function isAlias(email: string): boolean {
  const joined = (address: string) => address.toLowerCase().replace(/[._-](?=.*@)/g, '');
  return joined(email) !== joined(canonicalEmail(email));
}

/** `bücher.example` and `XN--BCHER-KVA.example` become `xn--bcher-kva.example`; null if it is not a domain. */
export function asciiDomain(domain: string): string | null {
  const lower = domain.toLowerCase();
  // Most domains are in ASCII already, and reading an address as a URL is slow.
  if (isAsciiDomain(lower) && !lower.includes('xn--')) return lower;
  if (!/^[^\s/?#@:%\\[\]]+$/u.test(domain)) return null;
  const host = URL.parse(`http://${domain}/`)?.hostname ?? '';
  return isAsciiDomain(host) ? host : null;
}

function isAsciiDomain(host: string): boolean {
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host);
}

/** The limit of RFC 5321. A domain gets longer in ASCII. */
const longestEmail = 254;

/**
 * An address that mail can be sent to, with its domain in ASCII, or null. Local parts outside ASCII are refused,
 * because the mail service could not deliver to them.
 */
export function deliverableEmail(text: string): string | null {
  const email = text.trim();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const domain = asciiDomain(email.slice(at + 1));
  const isLocal = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/.test(local);
  if (at <= 0 || local.length > 64 || !isLocal || !domain) return null;
  return local.length + 1 + domain.length <= longestEmail ? `${local}@${domain}` : null;
}

/** Accents of Latin, Greek and Cyrillic, and Arabic vowel marks. Marks that are letters, as in Hindi, are kept. */
const accents = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u064b-\u0652\u0670]/g;
/** NFKC without case, accents and invisible characters, with one kind of apostrophe and hyphen. */
export function foldName(name: string): string {
  const folded = withoutUnseen(withoutUnseen(name).normalize('NFKC'))
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u02bb\u0060\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  return folded === '' ? name : folded;
}

/** A street line is folded like a name, and without punctuation: `12 Oak St.` becomes `12 oak st`. */
export function foldStreet(street: string): string {
  return street.trim() === '' ? '' : foldName(street.replace(/[.,#]/g, ''));
}
