import { nearest } from '../../text/nearest.ts';
import { slugOf } from '../../text/slug.ts';
import { quoted } from '../fields.ts';
import { defineRule, type Fix, type Problem } from '../rule.ts';
import { isWellFormed, type Tag, tagsOf } from './tags.ts';

/** A tag that is not lower-case words joined by hyphens. */
export const format = defineRule({
  code: 'tag/format',
  scope: 'frontmatter',
  severity: 'error',
  title: 'A tag is not written in small letters with hyphens.',
  why: 'Tags are parts of addresses: a capital or a blank makes another address, or none.',
  bad: [
    { title: 'Capitals and a blank.', frontmatter: { tags: '⟦Statements Releases⟧' }, fixed: {} },
    { title: 'An underscore.', frontmatter: { tags: '⟦statements_releases⟧' }, fixed: {} },
    {
      title: 'Two tags in one.',
      frontmatter: { tags: '⟦statements-releases, remarks⟧' },
      fixed: { tags: '[statements-releases, remarks]' },
    },
  ],
  good: [
    { title: 'Small letters and hyphens.', frontmatter: {} },
    { title: 'Two tags as a list.', frontmatter: { tags: '[statements-releases, remarks]' } },
  ],
  calibration: 'None in 10,067 documents of the archive.',
  *check({ readout, settings }): Iterable<Problem> {
    const vocabulary = settings.tags.map(({ name }) => name);
    const tags = tagsOf(readout.frontmatter);
    for (const tag of tags) {
      if (isWellFormed(tag.text)) continue;
      const parts = tag.text.split(/\s*[,;|]\s*/).filter((part) => part !== '');
      const isSeveral = parts.length > 1 && parts.length <= 20;
      yield {
        span: tag.span,
        message: isSeveral
          ? `${quoted(tag.text)} holds several tags. Write them as a list: [${parts.map(slugOf).join(', ')}].`
          : `The tag ${quoted(tag.text)} must be written in small letters, with hyphens between words.`,
        fixes: () => fixesOf(tag, isSeveral ? parts : [tag.text], vocabulary, tags.length === 1),
      };
    }
  },
});

function fixesOf(tag: Tag, parts: readonly string[], vocabulary: readonly string[], isAlone: boolean): Fix[] {
  const written = parts.map((part) => slugOf(part.slice(0, 200)));
  if (written.some((part) => part === '')) return [];
  const isKnown = (name: string) => vocabulary.length === 0 || vocabulary.includes(name);
  const meant = written.map((part) => (isKnown(part) ? part : (nearest(part, vocabulary) ?? part)));
  const isSure = written.every(isKnown);
  if (meant.length === 1) {
    const [name = ''] = meant;
    return [{ title: `Change to “${name}”`, edits: [{ span: tag.span, newText: name }], safe: isSure }];
  }
  const [span, text] =
    isAlone && tag.value.span.start < tag.span.start
      ? [tag.value.span, `[${meant.join(', ')}]`]
      : [tag.span, isAlone ? `[${meant.join(', ')}]` : meant.join(', ')];
  return [{ title: `Change to ${text}`, edits: [{ span, newText: text }], safe: isSure && isAlone }];
}
