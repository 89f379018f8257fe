/**
 * Spellings that mean the same person or mailbox. For comparing only: what comes out here is never shown and never
 * written to.
 */

type MailboxRule = { sameAs?: string; ignoresDots?: boolean };

/** Providers known to deliver other spellings to one mailbox; the longest matching domain wins. */
const mailboxRules: Record<string, MailboxRule> = {
  'gmail.com': { ignoresDots: true },
  'googlemail.com': { ignoresDots: true, sameAs: 'gmail.com' },
  'proton.me': { ignoresDots: true },
  'protonmail.com': { ignoresDots: true, sameAs: 'proton.me' },
  'pm.me': { ignoresDots: true, sameAs: 'proton.me' },
  'me.com': { sameAs: 'icloud.com' },
  'mac.com': { sameAs: 'icloud.com' },
};

/** The address in lower case, without `+tag`, under its provider's own rule. Expects an address that was accepted. */
export function canonicalEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const domain = asciiDomain(email.slice(at + 1)) ?? email.slice(at + 1).toLowerCase();
  const rule = mailboxRules[domain] ?? {};
  const local = email.slice(0, at).toLowerCase();
  const tag = local.indexOf('+', 1);
  const untagged = tag > 0 ? local.slice(0, tag) : local;
  return `${rule.ignoresDots ? untagged.replaceAll('.', '') : untagged}@${rule.sameAs ?? domain}`;
}

/**
 * Whether mail to this spelling may bounce although its mailbox takes mail: it has a tag, or another of
 * its provider's domains. Dots are ignored only by providers that are known to.
 */
export function isAlias(email: string): boolean {
  const undotted = (address: string) => address.toLowerCase().replace(/\.(?=.*@)/g, '');
  return undotted(email) !== undotted(canonicalEmail(email));
}

/** `bücher.example` and `XN--BCHER-KVA.example` are `xn--bcher-kva.example`; null where it is no domain. */
export function asciiDomain(domain: string): string | null {
  if (!/^[^\s/?#@:%\\[\]]+$/u.test(domain)) return null;
  const host = URL.parse(`http://${domain}/`)?.hostname ?? '';
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(host)
    ? host
    : null;
}

/** RFC 5321; a domain grows when it is put into ASCII. */
const longestEmail = 254;

/**
 * An address that mail can be sent to, its domain in ASCII, or null. Local parts outside ASCII are refused: the mail
 * service could not deliver to them.
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

/** Latin, Greek and Cyrillic accents and Arabic vowel marks. Marks that are letters, as in Hindi, stay. */
const accents = /[\u0300-\u036f\u064b-\u0652\u0670]/g;
/** Format characters (zero-width, bidi, soft hyphen) carry no part of a name. */
const invisible = /[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0]/gu;

/** NFKC, no case, no accents, one kind of apostrophe and hyphen, single spaces. */
export function foldName(name: string): string {
  const folded = name
    .normalize('NFKC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(invisible, '')
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u02bb\u0060\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return folded === '' ? name : folded;
}

/** A street line folds like a name, and without punctuation: `12 Oak St.` is `12 oak st`. */
export function foldStreet(street: string): string {
  return foldName(street).replace(/[.,#]/g, ' ').replace(/\s+/g, ' ').trim();
}
