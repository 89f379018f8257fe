/** Mailboxes at these are so many that their domain says nothing of a person. */
const providers: Record<string, RegExp> = {
  'gmail.com': /^(gmail|googlemail)\.com$/,
  'yahoo.com': /^(yahoo\.(com?\.)?[a-z]{2,3}|ymail\.com|rocketmail\.com)$/,
  'outlook.com': /^((outlook|hotmail|live)\.(com?\.)?[a-z]{2,3}|msn\.com)$/,
  'icloud.com': /^(icloud|me|mac)\.com$/,
  'aol.com': /^(aol|aim)\.com$/,
  'proton.me': /^(proton\.me|pm\.me|protonmail\.(com|ch))$/,
  'comcast.net': /^(comcast|xfinity)\.(net|com)$/,
  'att.net': /^(att|bellsouth|sbcglobal)\.net$/,
};

/** The large provider of an address; 'other' for all others. */
export function providerOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return Object.keys(providers).find((name) => providers[name]?.test(domain)) ?? 'other';
}
