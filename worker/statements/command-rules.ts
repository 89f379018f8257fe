/*
 * The commands of docs/verify.md for one statement, so that they can be copied as they stand. A test compares them with
 * that page. The site serves the page and its two programs under /docs/.
 */

/** docs/verify.md, as the site serves it. */
export const docsPath = '/docs/verify.txt';

export type CheckCommands = { tool: string; text: string }[];

const openssl = String.raw`( printf '\060\052\060\005\006\003\053\145\160\003\041\000'; head -1 key | cut -d+ -f3- | base64 -d | tail -c 32 ) > key.der
awk 'found { if ($0 == "") exit; print } /^$/ { found = 1 }' week.tlog-proof > head.txt
grep '^— ' week.tlog-proof | head -1 | cut -d' ' -f3 | base64 -d | tail -c 64 > head.sig
openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in head.txt -sigfile head.sig`;

const python = `curl -sf "$SITE/docs/check-py.txt" -o check.py
pip install cryptography
python3 check.py week.json week.tlog-proof key`;

const go = `curl -sf "$SITE/docs/main-go.txt" -o main.go
go mod init check
go get golang.org/x/mod@v0.14.0
go run . week.json week.tlog-proof key`;

/** What has to be downloaded first. */
export function downloadCommands({ site, action, week }: { site: string; action: string; week: string }) {
  return `SITE=${site} ACTION=${action} WEEK=${week}
curl -sf "$SITE/statements/$ACTION/$WEEK.json" -o week.json
curl -sf "$SITE/statements/$ACTION/$WEEK.tlog-proof" -o week.tlog-proof
curl -sf "$SITE/log/key" -o key`;
}

export const checkCommands: CheckCommands = [
  { tool: 'OpenSSL', text: openssl },
  { tool: 'Python', text: python },
  { tool: 'Go', text: go },
];
