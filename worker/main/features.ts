import { actions } from '../actions/feature.ts';
import { budget } from '../budget/feature.ts';
import { campaigns } from '../campaigns/feature.ts';
import { coalition } from '../coalition/feature.ts';
import { councils } from '../councils/feature.ts';
import { developers } from '../developers/feature.ts';
import { digests } from '../digests/feature.ts';
import { embeds } from '../embeds/feature.ts';
import { events } from '../events/feature.ts';
import { exports } from '../exports/feature.ts';
import { forms } from '../forms/feature.ts';
import { invalidation } from '../invalidation/feature.ts';
import { kits } from '../kits/feature.ts';
import { mailings } from '../mailings/feature.ts';
import { moderation } from '../moderation/feature.ts';
import { numbers } from '../numbers/feature.ts';
import { operations } from '../operations/feature.ts';
import { organize } from '../organize/feature.ts';
import { paper } from '../paper/feature.ts';
import { petitions } from '../petitions/feature.ts';
import { places } from '../places/feature.ts';
import { platform } from '../platform/feature.ts';
import { questions } from '../questions/feature.ts';
import { replication } from '../replication/feature.ts';
import { resources } from '../resources/feature.ts';
import { responses } from '../responses/feature.ts';
import { samples } from '../samples/feature.ts';
import { sharing } from '../sharing/feature.ts';
import { signatures } from '../signatures/feature.ts';
import { statements } from '../statements/feature.ts';
import { stories } from '../stories/feature.ts';
import { strategy } from '../strategy/feature.ts';
import { surveys } from '../surveys/feature.ts';
import { timeline } from '../timeline/feature.ts';
import { training } from '../training/feature.ts';
import { verify } from '../verify/feature.ts';
import { webhooks } from '../webhooks/feature.ts';
import { writing } from '../writing/feature.ts';
import type { Feature } from './feature.ts';
import { createHouse } from './house.ts';

/**
 * Every feature there is. The order is that of routes, of statements in a batch and of scheduled work within a stage:
 * `embeds` stands before the features whose pages it frames, `statements` before `signatures`, under whose `/my/` it has a
 * route of its own, `actions` before what reads the thresholds it sets.
 */
export const features: readonly Feature[] = [
  platform,
  organize,
  moderation,
  places,
  councils,
  coalition,
  campaigns,
  kits,
  actions,
  sharing,
  embeds,
  petitions,
  surveys,
  events,
  mailings,
  responses,
  questions,
  resources,
  stories,
  training,
  budget,
  strategy,
  timeline,
  paper,
  replication,
  statements,
  signatures,
  invalidation,
  samples,
  digests,
  webhooks,
  verify,
  developers,
  numbers,
  operations,
  writing,
  forms,
  exports,
];

export const shippedHouse = createHouse(features);
