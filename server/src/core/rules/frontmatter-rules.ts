/** The rules on the frontmatter, the file's name, and other documents' frontmatter. */
import { duplicateUrl } from './corpus/duplicate-url.ts';
import { format as dateFormat } from './date/format.ts';
import { invalid as dateInvalid } from './date/invalid.ts';
import { modifiedBeforePublished } from './date/modified-before-published.ts';
import { offset } from './date/offset.ts';
import { publishedMismatch } from './date/published-mismatch.ts';
import { timestampFormat } from './date/timestamp-format.ts';
import { timestampInvalid } from './date/timestamp-invalid.ts';
import { timestampOffsetMissing } from './date/timestamp-offset-missing.ts';
import { encoding } from './file/encoding.ts';
import { name as fileName } from './file/name.ts';
import { duplicateKey } from './frontmatter/duplicate-key.ts';
import { emptyValue } from './frontmatter/empty-value.ts';
import { missing } from './frontmatter/missing.ts';
import { missingKey } from './frontmatter/missing-key.ts';
import { schema } from './frontmatter/schema.ts';
import { syntax } from './frontmatter/syntax.ts';
import { type } from './frontmatter/type.ts';
import { unclosed } from './frontmatter/unclosed.ts';
import { unknownKey } from './frontmatter/unknown-key.ts';
import { changedSinceClearance } from './release/changed-since-clearance.ts';
import { embargoOrder } from './release/embargo-order.ts';
import { embargoed } from './release/embargoed.ts';
import { leftover } from './release/leftover.ts';
import { notCleared } from './release/not-cleared.ts';
import { unfinished } from './release/unfinished.ts';
import type { Rule } from './rule.ts';
import { duplicate as tagDuplicate } from './tag/duplicate.ts';
import { format as tagFormat } from './tag/format.ts';
import { unknown as tagUnknown } from './tag/unknown.ts';
import { length as titleLength } from './title/length.ts';
import { placeholder as titlePlaceholder } from './title/placeholder.ts';
import { whitespace as titleWhitespace } from './title/whitespace.ts';
import { credentials } from './url/credentials.ts';
import { date as urlDate } from './url/date.ts';
import { format as urlFormat } from './url/format.ts';
import { host } from './url/host.ts';
import { path } from './url/path.ts';
import { scheme } from './url/scheme.ts';
import { slug } from './url/slug.ts';
import { tag as urlTag } from './url/tag.ts';
import { tracking } from './url/tracking.ts';

export const FRONTMATTER_RULES: readonly Rule[] = [
  missing,
  unclosed,
  syntax,
  duplicateKey,
  missingKey,
  emptyValue,
  unknownKey,
  type,
  schema,
  dateFormat,
  dateInvalid,
  timestampFormat,
  timestampInvalid,
  timestampOffsetMissing,
  offset,
  publishedMismatch,
  modifiedBeforePublished,
  urlFormat,
  scheme,
  credentials,
  host,
  path,
  urlDate,
  urlTag,
  slug,
  tracking,
  tagUnknown,
  tagFormat,
  tagDuplicate,
  titleWhitespace,
  titleLength,
  titlePlaceholder,
  leftover,
  embargoOrder,
  changedSinceClearance,
  embargoed,
  notCleared,
  unfinished,
  fileName,
  encoding,
  duplicateUrl,
];
