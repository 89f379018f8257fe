import type { Language } from '../../web/language.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Keyring, Signer } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { dateIn, second } from '../platform/time/clock.ts';
import { utf8 } from '../statements/rules/bytes.ts';
import { formatVerifierKey, verifierKey, verifyEd25519 } from '../statements/rules/notes.ts';
import { certificateCopy } from './certificate-copy.ts';
import { base64url, type Certificate, certificateKeyName, readCertificate, writeJws } from './credential.ts';
import { trainingPath } from './links.ts';
import type { Module, Training } from './rules.ts';
import { hasTraining } from './store.ts';

type Given = Pick<Deps, 'keyring' | 'settings'>;

/**
 * The key of the oldest secret of the keyring, which stays when others are taken out: a certificate is good for as long
 * as its owner keeps it.
 */
async function certificateSigner(keyring: Keyring): Promise<Signer> {
  const signer = (await keyring.signers('training certificate')).at(-1);
  if (!signer) throw new Error('a keyring has a key');
  return signer;
}

/** The key as /verify takes it. */
export async function certificateKey({ keyring, settings }: Given): Promise<string> {
  const { publicKey } = await certificateSigner(keyring);
  return formatVerifierKey(verifierKey(certificateKeyName(settings.publicUrl), publicKey));
}

/** The same where a campaign has a training; none where there is none. */
export async function certificateKeys(given: Given & Pick<Deps, 'db'>): Promise<string[]> {
  return (await hasTraining(given.db)) ? [await certificateKey(given)] : [];
}

/** The key as JSON, for whoever checks with other tools. */
export async function certificateJwk({ keyring, settings }: Given) {
  const x = base64url((await certificateSigner(keyring)).publicKey);
  return { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: keyAddress(settings.publicUrl, x), x };
}

export type Finished = {
  campaign: Campaign;
  training: Training;
  modules: readonly Pick<Module, 'slug'>[];
  run: string;
  name: string;
  language: Language;
  now: Date;
};

/** The certificate, which is stored nowhere, and its JWS. The same run and name give the same number again. */
export async function makeCertificate(
  given: Given,
  finished: Finished,
): Promise<{ certificate: Certificate; jws: string }> {
  const { campaign, training, modules, run, name, language, now } = finished;
  const { publicUrl } = given.settings;
  const number = await given.keyring.fingerprint('training certificate', `${campaign.id} ${run} ${name}`);
  const id = `urn:uuid:${uuid(number)}`;
  const on = dateIn(campaign.city.timeZone, now);
  const learned = training.certificate[language];
  const certificate: Certificate = {
    ...{ id, name, learned, issuer: publicUrl, on },
    training: publicUrl + trainingPath(campaign.slug),
    lessons: modules.map(({ slug }) => slug),
  };
  const { sign, publicKey } = await certificateSigner(given.keyring);
  const header = { alg: 'EdDSA', typ: 'JWT', kid: keyAddress(publicUrl, base64url(publicKey)) };
  const payload = credentialOf(certificate, { campaign, training, language, now });
  return { certificate, jws: await writeJws({ header, payload }, sign) };
}

function credentialOf(
  { id, name, learned, issuer, on, training: address, lessons }: Certificate,
  { campaign, training, language, now }: Pick<Finished, 'campaign' | 'training' | 'language' | 'now'>,
) {
  const from = new Date(`${on}T00:00:00Z`);
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: training.name[language],
    issuer: { id: issuer, type: ['Profile'], name: campaign.title[language], email: campaign.contactEmail },
    validFrom: from.toISOString(),
    credentialSubject: {
      type: ['AchievementSubject'],
      // As typed: nobody has checked who it was.
      identifier: [{ type: 'IdentityObject', identityType: 'name', identityHash: name, hashed: false }],
      achievement: {
        id: address,
        type: ['Achievement'],
        name: learned,
        description: training.lead[language],
        criteria: { id: address, narrative: certificateCopy[language].criteria },
        tag: lessons,
      },
    },
    iss: issuer,
    jti: id,
    // East of Greenwich the city's day begins before that of UTC.
    nbf: Math.floor(Math.min(from.getTime(), now.getTime()) / second),
  };
}

export type CertificateProblem = 'not-certificate' | 'altered' | 'other-training';

/** The lessons that a certificate of this campaign's training shows as finished. */
export async function finishedLessons(
  { keyring, settings }: Given,
  campaign: Pick<Campaign, 'slug'>,
  text: string,
): Promise<Result<string[], CertificateProblem>> {
  const read = readCertificate(text);
  if (!read) return err('not-certificate');
  const { certificate, input, signature } = read;
  const { publicUrl } = settings;
  if (certificate.issuer !== publicUrl || certificate.training !== publicUrl + trainingPath(campaign.slug)) {
    return err('other-training');
  }
  const { publicKey } = await certificateSigner(keyring);
  return (await verifyEd25519(publicKey, signature, utf8(input))) ? ok(certificate.lessons) : err('altered');
}

/** Where the key with this `x` is served. */
function keyAddress(publicUrl: string, x: string): string {
  return `${publicUrl}/training/keys/${x}`;
}

/** A UUID of version 8, made of 16 bytes. */
function uuid(bytes: Uint8Array): string {
  const digits = hex(bytes);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `a${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-');
}
