import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64, concat, fromBase64, hex, utf8 } from '../../worker/statements/rules/bytes.ts';
import { canonicalJson } from '../../worker/statements/rules/canonical-json.ts';
import { checkpointText, parseCheckpoint, signerOf } from '../../worker/statements/rules/checkpoint.ts';
import { emptyRoot, type Hash, leafHash, nodeHash } from '../../worker/statements/rules/hashes.ts';
import {
  cosignatureBytes,
  cosigned,
  findSignature,
  formatNote,
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  verifierKey,
  witnessAlgorithm,
} from '../../worker/statements/rules/notes.ts';
import { isConsistent, isIncluded } from '../../worker/statements/rules/proofs.ts';
import {
  entriesIn,
  entryBundle,
  nodesInTiles,
  readTilePath,
  rootOfTile,
  tilePath,
} from '../../worker/statements/rules/tiles.ts';
import { checkTlogProof, formatTlogProof, parseTlogProof } from '../../worker/statements/rules/tlog-proof.ts';
import {
  consistencyParts,
  inclusionParts,
  nodesOf,
  proofOf,
  rootOf,
} from '../../worker/statements/rules/tree.ts';

/** The entries and roots of Google's Certificate Transparency tests for RFC 6962. */
const entries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const bytes = (digits: string) =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const leaves = entries.map((entry) => leafHash(bytes(entry)));

/** RFC 6962 as it is written, sharing no code with the tree. */
function naiveRoot(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHash(naiveRoot(hashes.slice(0, k)), naiveRoot(hashes.slice(k)));
}

describe('a tree of RFC 6962', () => {
  test.each(roots.map((root, size) => ({ size, root })))('of $size leaves', ({ size, root }) => {
    expect(hex(rootOf(size, nodesOf(leaves.slice(0, size))))).toBe(root);
  });

  test('has the inclusion and consistency proofs of its vectors', () => {
    const read = nodesOf(leaves);
    expect(proofOf(inclusionParts(0, 8), read).map(hex)).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(proofOf(consistencyParts(6, 8), read).map(hex)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(proofOf(consistencyParts(1, 1), read)).toEqual([]);
  });

  test('proves every leaf and every earlier tree, and nothing else', () => {
    const many = Array.from({ length: 40 }, (_, n) => leafHash(utf8(`leaf ${n}`)));
    const read = nodesOf(many);
    for (let size = 1; size <= many.length; size += 1) {
      const root = naiveRoot(many.slice(0, size));
      expect(hex(rootOf(size, read))).toBe(hex(root));
      for (let index = 0; index < size; index += 1) {
        const hashes = proofOf(inclusionParts(index, size), read);
        expect(isIncluded(many[index]!, { index, size, hashes }, root)).toBe(true);
        expect(isIncluded(many[(index + 1) % 40]!, { index, size, hashes }, root)).toBe(false);
      }
      for (let from = 0; from <= size; from += 1) {
        const proof = proofOf(consistencyParts(from, size), read);
        const earlier = { size: from, root: naiveRoot(many.slice(0, from)) };
        expect(isConsistent(earlier, { size, root }, proof)).toBe(true);
        const forked = { size: from, root: leafHash(utf8('other')) };
        expect(isConsistent(forked, { size, root }, proof)).toBe(false);
        expect(isConsistent(earlier, { size, root }, [...proof, root])).toBe(false);
      }
    }
  });

  test('is read from tiles as from a list', () => {
    const many = Array.from({ length: 700 }, (_, n) => leafHash(utf8(`leaf ${n}`)));
    const level0 = [0, 1, 2].map((n) => concat(...many.slice(n * 256, n * 256 + 256)));
    const level1 = concat(rootOfTile(level0[0]!), rootOfTile(level0[1]!));
    const read = nodesInTiles((level, index) => (level === 0 ? level0[index]! : level1));
    expect(hex(rootOf(700, read))).toBe(hex(naiveRoot(many)));
    for (const index of [0, 255, 256, 511, 512, 699]) {
      const hashes = proofOf(inclusionParts(index, 700), read);
      expect(isIncluded(many[index]!, { index, size: 700, hashes }, naiveRoot(many))).toBe(true);
    }
  });
});

describe('paths of tiles', () => {
  test.each([
    ['0/000', { holds: 'hashes', level: 0, index: 0, width: 256 }],
    ['1/x001/x234/067', { holds: 'hashes', level: 1, index: 1234067, width: 256 }],
    ['entries/x001/004.p/17', { holds: 'entries', level: 0, index: 1004, width: 17 }],
  ] as const)('%s', (path, tile) => {
    expect(tilePath(tile)).toBe(path);
    expect(readTilePath(path)).toEqual(tile);
  });

  test.each([
    '0/0',
    '0/000.p/0',
    '0/000.p/256',
    '00/000',
    '0/x000/001',
    '0/001/x001',
    '0/000.p/01',
    '',
    '-1/000',
  ])('refuse %s', (path) => expect(readTilePath(path)).toBeNull());

  test('lead back to their tile', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.integer({ min: 1, max: 256 }), fc.nat(5), (index, width, level) => {
        const tile = { holds: 'hashes', level, index, width } as const;
        expect(readTilePath(tilePath(tile))).toEqual(tile);
      }),
      { numRuns: 200 },
    );
  });
});

test('bundles of entries are read back, and refused if cut', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), (list) => {
      const bundle = entryBundle(list);
      expect(entriesIn(bundle)?.map(hex)).toEqual(list.map(hex));
      expect(entriesIn(bundle.subarray(0, -1))?.map(hex)).not.toEqual(list.map(hex));
    }),
    { numRuns: 50 },
  );
});

test('canonical JSON sorts keys by UTF-16 and spells numbers and texts as RFC 8785 does', () => {
  const value = {
    '€': 1,
    '\r': 2,
    '1': 3,
    '😀': 4,
    ö: 5,
    '\ufb33': 6,
    n: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":2,"1":3,"n":[333333333.3333333,1e+30,4.5,0.002,1e-27],"ö":5,"€":1,"😀":4,"\ufb33":6}',
  );
  expect(canonicalJson({ a: '€$\u000f\nA\'B"\\\\"/', u: undefined, z: null })).toBe(
    '{"a":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/","z":null}',
  );
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const text = canonicalJson(json);
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
    { numRuns: 100 },
  );
});

describe('signed notes', () => {
  test("the example of Go's sumdb is read: its key, and its signature", async () => {
    const key = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')!;
    const note = parseNote(
      'If you think cryptography is the answer to your problem,\n' +
        "then you don't know what your problem is.\n\n" +
        '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
    )!;
    expect(await findSignature(note, key)).not.toBeNull();
    expect(await findSignature({ ...note, text: `${note.text} ` }, key)).toBeNull();
    expect(formatVerifierKey(key)).toBe('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(parseVerifierKey('PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')).toBeNull();
  });

  test('a checkpoint with its cosignature is read, and each changed character is refused', async () => {
    const log = await newKey('example.org/log');
    const witness = await newKey('witness.example', witnessAlgorithm);
    const text = checkpointText({ origin: 'example.org/log', size: 8, root: bytes(roots[8]!) });
    const seconds = 1_800_000_000;
    const note = formatNote({
      text,
      signatures: [
        { ...log.key, signature: await log.sign(utf8(text)) },
        { ...witness.key, signature: cosignatureBytes(seconds, await witness.sign(cosigned(text, seconds))) },
      ],
    });
    const signed = parseCheckpoint(note)!;
    expect(await signerOf(signed, [witness.key, log.key])).toBe(log.key);
    expect(await findSignature(signed.note, witness.key)).not.toBeNull();
    for (let at = 0; at < text.length; at += 1) {
      const other = note[at] === 'B' ? 'C' : 'B';
      const changed = parseCheckpoint(note.slice(0, at) + other + note.slice(at + 1));
      expect(changed && (await signerOf(changed, [log.key]))).toBeNull();
      expect(changed && (await findSignature(changed.note, witness.key))).toBeNull();
    }
  });

  test('a tlog-proof holds for its entry, and for no other one and no other key', async () => {
    const log = await newKey('example.org/log');
    const text = checkpointText({ origin: 'example.org/log', size: 8, root: bytes(roots[8]!) });
    const checkpoint = formatNote({
      text,
      signatures: [{ ...log.key, signature: await log.sign(utf8(text)) }],
    });
    const proof = formatTlogProof({
      index: 5,
      hashes: proofOf(inclusionParts(5, 8), nodesOf(leaves)),
      checkpoint,
    });
    expect(parseTlogProof(proof)).toMatchObject({ index: 5, checkpoint });
    expect(parseTlogProof(proof.replace('index 5', 'extra aGk=\nindex 5'))).toMatchObject({ index: 5 });
    expect(await checkTlogProof(bytes(entries[5]!), proof, [log.key])).toMatchObject({
      holds: true,
      index: 5,
    });
    expect(await checkTlogProof(bytes(entries[4]!), proof, [log.key])).toMatchObject({
      failure: 'not-included',
    });
    const other = (await newKey('example.org/log')).key;
    expect(await checkTlogProof(bytes(entries[5]!), proof, [other])).toMatchObject({
      failure: 'unknown-signer',
    });
    expect(await checkTlogProof(bytes(entries[5]!), proof.replace('@v1', '@v2'), [log.key])).toMatchObject({
      failure: 'malformed',
    });
  });
});

async function newKey(name: string, algorithm?: number) {
  const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const raw = (await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer;
  return {
    key: verifierKey(name, new Uint8Array(raw), algorithm),
    sign: async (text: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', pair.privateKey, text)),
  };
}

test('base64 has one spelling', () => {
  expect(fromBase64('AA==')).toEqual(Uint8Array.of(0));
  expect(fromBase64('AB==')).toBeNull();
  expect(fromBase64('AA')).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array(), (some) => {
      expect(hex(fromBase64(base64(some))!)).toBe(hex(some));
    }),
    { numRuns: 50 },
  );
});
