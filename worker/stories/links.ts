import type { Keyring } from '../platform/crypto/keyring.ts';

/** All stories of a campaign that are shown. */
export function storiesPath(campaign: string): string {
  return `/campaigns/${campaign}/stories`;
}

/** The link that a partner hands over. It works until it is used. */
export async function invitationPath(keyring: Keyring, id: string): Promise<string> {
  return `/tell/${await keyring.token('story-invitation', id)}`;
}

export function readInvitation(keyring: Keyring, token: string): Promise<string | null> {
  return keyring.readToken('story-invitation', token);
}

/** The page of who tells it. Whoever has the link can read, change and take down the story. */
export async function ownPath(keyring: Keyring, id: string): Promise<string> {
  return `/my-story/${await keyring.token('story', id)}`;
}

export function readOwnToken(keyring: Keyring, token: string): Promise<string | null> {
  return keyring.readToken('story', token);
}
