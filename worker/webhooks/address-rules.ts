/**
 * IPv4 addresses that are not on the open internet, with the length of their prefix (IANA's special-purpose registry).
 */
const inward: [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Whether a numeric address, as a resolver returns it, is on the open internet. */
export function isPublicAddress(address: string): boolean {
  if (!address.includes(':')) return isPublicV4(address);
  // The URL parser normalizes an IPv6 address and refuses invalid ones.
  const spelled = URL.parse(`http://[${address}]/`)?.hostname.slice(1, -1) ?? '';
  const [first = '', second = ''] = spelled.split(':');
  const group = Number.parseInt(first, 16);
  // All assigned addresses are in 2000::/3. Within it, Teredo, 6to4 and the documentation range contain or stand for
  // other addresses.
  if (!(group >= 0x2000 && group <= 0x3fff) || group === 0x2002) return false;
  return !(group === 0x2001 && /^(0?|db8)$/.test(second));
}

function isPublicV4(address: string): boolean {
  const number = numberOf(address);
  return number !== null && !inward.some(([start, bits]) => isWithin(number, numberOf(start) ?? 0, bits));
}

function isWithin(number: number, start: number, bits: number): boolean {
  const size = 2 ** (32 - bits);
  return number >= start && number < start + size;
}

function numberOf(address: string): number | null {
  const parts = address.split('.').map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (parts.length !== 4 || parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
