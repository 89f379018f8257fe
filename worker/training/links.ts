export function trainingPath(campaign: string): string {
  return `/campaigns/${campaign}/training`;
}

export function lessonPath(campaign: string, module: string): string {
  return `${trainingPath(campaign)}/lessons/${module}`;
}

/** For whoever leads a group through it. */
export function printPath(campaign: string, module: string): string {
  return `${lessonPath(campaign, module)}/print`;
}

/** The same of all lessons. */
export function printAllPath(campaign: string): string {
  return `${trainingPath(campaign)}/print`;
}

/** Each page of somebody's way through it is the answer to a form that was sent there. */
export function runPath(campaign: string): string {
  return `${trainingPath(campaign)}/run`;
}

export function certificatePath(campaign: string): string {
  return `${trainingPath(campaign)}/certificate`;
}
