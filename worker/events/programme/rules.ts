import type { Text } from '../../../web/language.ts';

/** A part of a program. Nobody signs up for one: who has a place at the event chooses there. */
export type Session = {
  slug: string;
  title: Text;
  startsAt: Date;
  endsAt: Date;
  room: Text | null;
  /** Offices and organizations, not people. */
  speakers: Text[];
  /** Codes of BCP 47. */
  languages: string[];
  interpretation: Text | null;
  /** How many fit into the room. It decides nothing; null where nothing is said. */
  seats: number | null;
  accessibility: Text | null;
};

type Span = { startsAt: Date; endsAt: Date };

/** Sessions that begin and end together, the first ones first. */
export function roundsOf(sessions: readonly Session[]): Session[][] {
  const inOrder = sessions.toSorted(
    (a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.endsAt.getTime() - b.endsAt.getTime(),
  );
  return [
    ...Map.groupBy(inOrder, ({ startsAt, endsAt }) => `${startsAt.getTime()} ${endsAt.getTime()}`).values(),
  ];
}

export function sessionsWithin(sessions: readonly Session[], { startsAt, endsAt }: Span): Session[] {
  return sessions.filter((session) => session.startsAt >= startsAt && session.endsAt <= endsAt);
}
