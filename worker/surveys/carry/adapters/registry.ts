import type { Adapter } from './adapter.ts';
import { balancingAct } from './balancing-act.ts';
import { googleForms } from './google-forms.ts';
import { jotform } from './jotform.ts';
import { limesurvey } from './limesurvey.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { otherTool } from './other.ts';
import { publicInput } from './publicinput.ts';
import { qualtrics } from './qualtrics.ts';
import { survey123 } from './survey123.ts';
import { surveyMonkey } from './surveymonkey.ts';
import { typeform } from './typeform.ts';

export const adapters: ReadonlyMap<string, Adapter> = new Map(
  [
    googleForms,
    microsoftForms,
    qualtrics,
    limesurvey,
    survey123,
    jotform,
    publicInput,
    balancingAct,
    surveyMonkey,
    typeform,
    otherTool,
  ].map((adapter) => [adapter.id, adapter]),
);
