import type { z } from 'zod';
import type { Language } from '../../../../web/language.ts';
import type { Text } from '../../../places/rules.ts';
import type { LinkField, LinkProblem } from '../../kinds/link.ts';
import type { Answers, Survey } from '../../rules.ts';

/**
 * `theirs` is the question as their survey words it, or in our words if the kit does not say; `answer` is as one would
 * type it there.
 */
export type CopyLine = { question: string; theirs: string; answer: string; isOurs?: true };

/**
 * 'not-asked': their survey has no such question, so the answer is left out. All others say why an answer is
 * on the copy sheet and not in the link.
 */
export type CarryWarning = {
  question: string;
  /** 'too-long': left out to keep the link short. */
  code: LinkProblem | 'not-asked' | 'too-long';
};

export type CarryInput<Config = unknown> = {
  survey: Survey;
  answers: Answers;
  language: Language;
  config: Config;
  /** Names of the districts by their codes. */
  districts?: Record<string, string>;
};

/** Every visible question with an answer is in `carried`, in `toCopy` or a warning 'not-asked': in exactly one. */
export type Carried = {
  url: string;
  /** Ids of the questions whose answers the link fills in. */
  carried: string[];
  toCopy: CopyLine[];
  warnings: CarryWarning[];
};

/** The kit's data about our questions, by question id. */
export type MappedConfig = {
  fields?: Record<string, LinkField>;
  questions?: { question: string; text?: Text | undefined; options?: Record<string, Text> | undefined }[];
};

/** 'embed-only' is for a tool that can only be shown inside our page. No shipped adapter uses it. */
export type Capability = 'url' | 'copy' | 'embed-only';

/** A survey tool that cities use, and how an answer gets into it. Pure: no I/O and no clock. */
export type Adapter = {
  id: string;
  label: string;
  capability: Capability;
  config: z.ZodType<MappedConfig>;
  build(input: CarryInput): Carried;
  /** Where the tool shows the survey without the page around it, if the config says so. */
  embedUrl?(config: unknown): string | null;
};

/** Parses the config again for each link, so that its host is always an allowed one. */
export function adapter<Config extends MappedConfig>(tool: {
  id: string;
  label: string;
  capability: Capability;
  config: z.ZodType<Config>;
  build(input: CarryInput<Config>): Carried;
  embedUrl?(config: Config): string | null;
}): Adapter {
  const { embedUrl } = tool;
  return {
    ...tool,
    build: (input) => tool.build({ ...input, config: tool.config.parse(input.config) }),
    ...(embedUrl && { embedUrl: (config: unknown) => embedUrl(tool.config.parse(config)) }),
  };
}
