import type { Reply, Write } from './writes.ts';

export type GatherOptions = {
  /** One call with all of them; replies in the order of the writes. */
  call(intake: string, writes: Write[]): Promise<Reply[]>;
  /** Goes on although the request that began it is gone. */
  keepAlive(work: Promise<unknown>): void;
  /** How long the first of a group waits for company, in milliseconds. */
  gatherFor: number;
  /** So many at most in one call. */
  most: number;
  /** Who has no reply after so many milliseconds calls alone: the request that made the call may have died with it. */
  patience: number;
};

type Group = { writes: Write[]; begunAt: number; replies: Promise<Reply[]> };

/** A group that is open for so many milliseconds has lost the request that would have sent it. */
const lostAfter = 1000;

/**
 * One call to an intake for what the requests of this isolate write to it within a moment: the call costs as much as
 * all else that a write takes. A write that is made twice is the same write, so nobody has to know whether a call that
 * gave no reply was heard.
 */
export function gatherWrites(options: GatherOptions): (intake: string, write: Write) => Promise<Reply> {
  const groups = new Map<string, Group>();

  function begin(intake: string): Group {
    const writes: Write[] = [];
    const group = { writes, begunAt: Date.now(), replies: send(intake, writes) };
    groups.set(intake, group);
    // Whoever is in the group hears of its failure.
    options.keepAlive(group.replies.catch(() => {}));
    return group;
  }

  async function send(intake: string, writes: Write[]): Promise<Reply[]> {
    await new Promise((resolve) => setTimeout(resolve, options.gatherFor));
    if (groups.get(intake)?.writes === writes) groups.delete(intake);
    return options.call(intake, writes);
  }

  function openGroup(intake: string): Group {
    const open = groups.get(intake);
    return open && Date.now() - open.begunAt < lostAfter ? open : begin(intake);
  }

  return async (intake, write) => {
    const { writes, replies } = openGroup(intake);
    const index = writes.push(write) - 1;
    if (writes.length === options.most) groups.delete(intake);
    const together = await inTime(replies, options.patience);
    const reply = together ? together[index] : (await options.call(intake, [write]))[0];
    return reply ?? { ok: false, reason: 'broken' };
  };
}

/** Null where it takes longer. The clock is the waiting request's own: one that waits for others alone counts as hung. */
async function inTime<Value>(work: Promise<Value>, patience: number): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patience, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
