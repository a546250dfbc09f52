/** The rules on the body, and on how the prose agrees with the frontmatter. */

import { undefinedAcronym } from './acronym/undefined.ts';
import { afterEndMark } from './body/after-end-mark.ts';
import { empty } from './body/empty.ts';
import { endMark } from './body/end-mark.ts';
import { placeholder } from './body/placeholder.ts';
import { repeatedWord } from './body/repeated-word.ts';
import { unbalancedBrackets } from './body/unbalanced-brackets.ts';
import { unbalancedQuotes } from './body/unbalanced-quotes.ts';
import { impossible } from './date/impossible.ts';
import { weekday } from './date/weekday.ts';
import { role } from './name/role.ts';
import { variant } from './name/variant.ts';
import { country } from './readout/country.ts';
import { kind } from './readout/kind.ts';
import { participants } from './readout/participants.ts';
import { unusedSuppression } from './readout/unused-suppression.ts';
import type { Rule } from './rule.ts';

export const BODY_RULES: readonly Rule[] = [
  weekday,
  impossible,
  empty,
  endMark,
  afterEndMark,
  placeholder,
  repeatedWord,
  unbalancedQuotes,
  unbalancedBrackets,
  variant,
  role,
  undefinedAcronym,
  participants,
  kind,
  country,
  unusedSuppression,
];
