/** What can be said about a place in the text: the name or figure there, a frontmatter key, a tag. In Markdown. */
import type { Settings } from '../config/settings.ts';
import type { Readout } from '../document/readout.ts';
import { recognise } from '../entities/recognise.ts';
import type { EntityType, Mention } from '../entities/types.ts';
import { type Span, shift } from '../text/span.ts';
import { oneLine } from './words.ts';

/** Markdown about a span. */
export interface HoverText {
  readonly span: Span;
  readonly markdown: string;
}

/** How the types are called in front of people. */
export const TYPE_NAMES: Readonly<Record<EntityType, string>> = {
  PERSON: 'Person',
  PLACE: 'Place',
  ORG: 'Organisation',
  NORP: 'Nationality or group',
  INSTRUMENT: 'Agreement or instrument',
  EVENT: 'Event',
  DATE: 'Date',
  MONEY: 'Amount of money',
  PERCENT: 'Percentage',
  NUMBER: 'Number',
};

/** What to show at an offset, or undefined if there is nothing to say. */
export function hoverAt(readout: Readout, settings: Settings, offset: number): HoverText | undefined {
  return offset < readout.bodyStart
    ? frontmatterHover(readout, settings, offset)
    : mentionHover(readout, settings, offset);
}

/** Text in which no character means anything to Markdown. */
export function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_{}[\]()#+!|<>~&-]/g, '\\$&');
}

function mentionHover(readout: Readout, settings: Settings, offset: number): HoverText | undefined {
  const placed = readout.blockAt(offset);
  if (!placed) return undefined;
  const local = offset - placed.start;
  const recognition = recognise(readout, settings);
  const mention = recognition.blocks[placed.index]?.find(
    ({ span }) => span.start <= local && local <= span.end,
  );
  if (!mention) return undefined;
  const lines = [`**${escapeMarkdown(mention.text)}** — ${TYPE_NAMES[mention.type].toLowerCase()}`];
  if (mention.value !== undefined) lines.push(`Value: \`${mention.value}\``);
  const key = sameText(mention);
  let count = 0;
  for (const mentions of recognition.blocks) for (const each of mentions) if (sameText(each) === key) count++;
  if (count > 1) lines.push(`Written like this ${count} times in this document.`);
  return { span: shift(mention.span, placed.start), markdown: lines.join('\n\n') };
}

function sameText({ type, text }: Mention): string {
  return `${type} ${oneLine(text)}`;
}

function frontmatterHover(readout: Readout, settings: Settings, offset: number): HoverText | undefined {
  const field = readout.frontmatter?.fields.find(
    ({ keySpan, value }) =>
      keySpan.start <= offset && offset <= Math.max(keySpan.end, value.span.end, value.span.start),
  );
  if (!field) return undefined;
  if (field.key === 'tags' && offset > field.keySpan.end) {
    const values = field.value.kind === 'sequence' ? field.value.items : [field.value];
    const value = values.find(({ span }) => span.start <= offset && offset <= span.end);
    const tag = settings.tags.find(({ name }) => name === value?.text);
    if (value && tag)
      return { span: value.span, markdown: `**${escapeMarkdown(tag.name)}**\n\n${tag.description}` };
  }
  const markdown = describeKey(field.key, settings);
  return markdown === undefined ? undefined : { span: field.keySpan, markdown };
}

/** What the schema says about a key, or undefined if it does not know it. */
export function describeKey(key: string, settings: Settings): string | undefined {
  const properties = settings.frontmatter.properties ?? {};
  const schema = Object.hasOwn(properties, key) ? properties[key] : undefined;
  const required = settings.frontmatter.required?.includes(key) === true;
  if (!schema && !required) return undefined;
  const lines = [`**${escapeMarkdown(key)}**${required ? ' — required' : ''}`];
  if (typeof schema?.description === 'string') lines.push(schema.description);
  const examples = schema?.['examples'];
  const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
  if (typeof example === 'string') lines.push(`Example: \`${example}\``);
  return lines.join('\n\n');
}
