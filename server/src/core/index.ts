/**
 * The engine's public face. Shells import from here and nowhere else in the core. Text goes in; findings, mentions and
 * edits come out; nothing in between knows an editor, a file system or a network.
 */
export { type ClearedChange, type ClearedChanges, changesSince } from './clearance/changes.ts';
export {
  type Clearance,
  clearanceOf,
  recordClearanceEdits,
  recordedClearance,
  setStatusEdits,
} from './clearance/clearance.ts';
export * from './config/settings.ts';
export { WHITE_HOUSE } from './config/white-house.ts';
export { Block, type BlockKind } from './document/block.ts';
export type { Field, Frontmatter, FrontmatterValue, YamlProblem } from './document/frontmatter.ts';
export { type Change, type PlacedBlock, Readout, work } from './document/readout.ts';
export {
  type Affiliation,
  type Form,
  type FormKind,
  type Part,
  type Participant,
  type Summary,
  summaryOf,
} from './entities/participants.ts';
export { entityWork, mentionsOf, type Recognition, recognise } from './entities/recognise.ts';
export { ENTITY_TYPES, type EntityType, type Mention } from './entities/types.ts';
export { documentDateOf, type ValueContext, valueOfMention, withValues } from './entities/values.ts';
export { type CheckOptions, check } from './rules/check.ts';
export { ruleWork, runRules, severityOf } from './rules/engine.ts';
export { RULES, ruleOf } from './rules/registry.ts';
export type { CheckedFile, CorpusView, Finding, Fix, Problem, Rule } from './rules/rule.ts';
export { ruleUrl } from './rules/rule.ts';
export { suppressionFix } from './rules/suppression-fix.ts';
export * from './templates/index.ts';
export type { Position } from './text/lines.ts';
export { applyEdits, contains, detach, type Span, shift, type TextEdit, touches } from './text/span.ts';
