/** The directory of a campaign. All its pages begin so: the offline pages of a browser are these and no others. */
export function directoryPath(campaign: string): string {
  return `/campaigns/${campaign}/resources`;
}

/** The services of a campaign for machines. */
export function hsdsPath(campaign: string): string {
  return `/hsds/3.1/services?campaign=${campaign}`;
}

/** The steps for whoever meets somebody who may need help. */
export function referralPath(campaign: string): string {
  return `${directoryPath(campaign)}/steps`;
}

/** What the town has, as far as its owners let it be shown. */
export function assetsPath(campaign: string): string {
  return `/campaigns/${campaign}/assets`;
}

/** Cards to print. */
export function cardPath(campaign: string): string {
  return `${directoryPath(campaign)}/card`;
}
