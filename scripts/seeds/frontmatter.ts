/** Mistakes in the frontmatter, one by one. */
import { pick, type Random, type Seed, type SeedDocument, type Seeded } from './seed.ts';

const line = (text: string, key: string): string | undefined =>
  new RegExp(`^${key}:.*(?:\\r?\\n .*)*`, 'm').exec(head(text))?.[0];

function head(text: string): string {
  return text.slice(0, text.indexOf('\n---\n') + 5);
}

/** The value of a key, as written. */
function writtenValue(text: string, key: string): string | undefined {
  return line(text, key)?.slice(key.length + 2);
}

/** Another value for a key; `undefined` if there is none or nothing changes. */
function withValue(
  text: string,
  key: string,
  change: (value: string) => string | undefined,
): Seeded | undefined {
  const old = writtenValue(text, key);
  const value = old === undefined ? undefined : change(old);
  if (old === undefined || value === undefined || value === old) return undefined;
  return { text: text.replace(`${key}: ${old}`, () => (value === '' ? `${key}:` : `${key}: ${value}`)) };
}

function value(
  code: string,
  name: string,
  key: string,
  change: (value: string, random: Random, document: SeedDocument) => string | undefined,
  restores?: boolean,
): Seed {
  return {
    code,
    name,
    seed: (document, random) => withValue(document.text, key, (old) => change(old, random, document)),
    ...(restores !== undefined && { restores }),
  };
}

function whole(
  code: string,
  name: string,
  change: (text: string, random: Random) => string | Seeded | undefined,
  restores?: boolean,
): Seed {
  return {
    code,
    name,
    seed: ({ text }, random) => {
      const changed = change(text, random);
      if (changed === undefined || changed === text) return undefined;
      return typeof changed === 'string' ? { text: changed } : changed;
    },
    ...(restores !== undefined && { restores }),
  };
}

/** `'2023-11-17'` → [2023, 11, 17]. */
function ymd(written: string): [string, string, string] {
  const [year = '', month = '', day = ''] = written.replaceAll("'", '').slice(0, 10).split('-');
  return [year, month, day];
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const monthName = (month: string) => MONTHS[Number(month) - 1] ?? '';

const REQUIRED = ['date', 'published_time', 'source_url', 'tags', 'title'];
const TAGS = [
  'statements-releases',
  'speeches-remarks',
  'press-briefings',
  'presidential-actions',
  'legislation',
  'blog',
  'disclosures',
];

/** The line number of the closing fence. */
function closing(text: string): number {
  return head(text).split('\n').length - 2;
}

function shiftDay(written: string, by: number): string {
  const [year, month, day] = ymd(written);
  const moment = Date.UTC(Number(year), Number(month) - 1, Number(day) + by);
  return Number.isNaN(moment) ? written.slice(0, 10) : new Date(moment).toISOString().slice(0, 10);
}

function dropLetter(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.slice(0, at) + word.slice(at + 1);
}

function removeKey(key: string, restores: boolean): Seed {
  return {
    code: 'frontmatter/missing-key',
    name: `${key} removed`,
    seed: ({ text }) => {
      const written = line(text, key);
      return written === undefined ? undefined : { text: text.replace(`${written}\n`, ''), lines: [0] };
    },
    restores,
  };
}

function emptyValue(key: string, empty: string, restores: boolean): Seed {
  return value('frontmatter/empty-value', `${key}: ${empty || '(nothing)'}`, key, () => empty, restores);
}

function unknownKey(key: string, typo: string, restores = true): Seed {
  return whole(
    'frontmatter/unknown-key',
    `${key} → ${typo}`,
    (text) => (line(text, key) === undefined ? undefined : text.replace(`\n${key}:`, `\n${typo}:`)),
    restores,
  );
}

export const FRONTMATTER_SEEDS: readonly Seed[] = [
  whole('frontmatter/missing', 'whole block removed', (text) => ({
    text: text.slice(head(text).length),
    mustBeReadout: true,
    lines: [0, 1, 2, 3],
  })),
  whole('frontmatter/missing', 'opening fence removed', (text) => text.slice(4), true),
  whole('frontmatter/missing', 'four hyphens at the top', (text) => `-${text}`, true),
  whole('frontmatter/missing', 'blank line above', (text) => ({ text: `\n${text}`, lines: [0, 1] }), true),
  whole(
    'frontmatter/unclosed',
    'closing fence removed',
    (text) => ({
      text: text.replace('\n---\n', '\n'),
      lines: [0, closing(text)],
    }),
    true,
  ),
  whole('frontmatter/unclosed', 'two hyphens', (text) => text.replace('\n---\n', '\n--\n'), true),
  whole('frontmatter/unclosed', 'four hyphens', (text) => text.replace('\n---\n', '\n----\n'), true),
  whole(
    'frontmatter/unclosed',
    'text behind the fence',
    (text) => text.replace('\n---\n', '\n--- end\n'),
    true,
  ),
  whole(
    'frontmatter/syntax',
    'closing quote of date lost',
    (text) => text.replace(/^(date: '.*)'$/m, '$1'),
    true,
  ),
  whole(
    'frontmatter/syntax',
    'opening quote of date lost',
    (text) => text.replace(/^date: '/m, 'date: '),
    true,
  ),
  whole(
    'frontmatter/syntax',
    'closing quote of title lost',
    (text) => {
      const title = line(text, 'title');
      return title && /["']$/.test(title)
        ? { text: text.replace(title, () => title.slice(0, -1)), lines: lineRange(text, 'title') }
        : undefined;
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'opening quote of title lost',
    (text) => {
      const title = line(text, 'title');
      return title && /["']$/.test(title)
        ? {
            text: text.replace(title, () => title.replace(/^title: ["']/, 'title: ')),
            lines: lineRange(text, 'title'),
          }
        : undefined;
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'quotes of a title with a colon lost',
    (text) => {
      const title = line(text, 'title');
      return title && /^title: (["']).*: .*\1$/s.test(title)
        ? { text: text.replace(title, () => `title: ${title.slice(8, -1)}`), lines: lineRange(text, 'title') }
        : undefined;
    },
    true,
  ),
  whole('frontmatter/syntax', 'quotation mark inside the title', (text) => {
    const title = line(text, 'title');
    return title?.startsWith('title: "')
      ? {
          text: text.replace(title, () => title.replace(/ (\w+) /, ' "$1" ')),
          lines: lineRange(text, 'title'),
        }
      : undefined;
  }),
  whole('frontmatter/syntax', 'bad escape in title', (text) => {
    const title = line(text, 'title');
    return title?.startsWith('title: "')
      ? {
          text: text.replace(title, () =>
            title.replace(/ /g, (blank, at: number) => (at === title.indexOf(' ', 12) ? ' \\q' : blank)),
          ),
          lines: lineRange(text, 'title'),
        }
      : undefined;
  }),
  whole(
    'frontmatter/syntax',
    'no blank behind colon',
    (text, random) => {
      const key = pick(REQUIRED, random);
      return text.replace(`\n${key}: `, `\n${key}:`);
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'no colon',
    (text, random) => {
      const key = pick(REQUIRED, random);
      return text.replace(`\n${key}: `, `\n${key} `);
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'key indented with a tab',
    (text, random) => {
      const key = pick(REQUIRED, random);
      return text.replace(`\n${key}: `, `\n\t${key}: `);
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'key indented with two blanks',
    (text, random) => {
      const key = pick(REQUIRED, random);
      return text.replace(`\n${key}: `, `\n  ${key}: `);
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'continuation with a tab',
    (text) => {
      const title = line(text, 'title');
      return title?.includes('\n  ')
        ? {
            text: text.replace(title, () => title.replace(/\n {2}/, '\n\t')),
            lines: lineRange(text, 'title'),
          }
        : undefined;
    },
    true,
  ),
  whole(
    'frontmatter/syntax',
    'continuation not indented',
    (text) => {
      const title = line(text, 'title');
      return title?.includes('\n  ') && /["']$/.test(title)
        ? { text: text.replace(title, () => title.replace(/\n {2}/, '\n')), lines: lineRange(text, 'title') }
        : undefined;
    },
    true,
  ),
  whole('frontmatter/syntax', 'a line of prose', (text) =>
    text.replace(/\n(source_url)/, '\nFor immediate release\n$1'),
  ),
  whole(
    'frontmatter/duplicate-key',
    'same line twice',
    (text, random) => {
      const written = line(text, pick(REQUIRED, random)) ?? '';
      const at = text.indexOf(written) + written.length + 1;
      return `${text.slice(0, at)}${written}\n${text.slice(at)}`;
    },
    true,
  ),
  whole('frontmatter/duplicate-key', 'another value', (text) => {
    const written = line(text, 'tags') ?? '';
    return text.replace(`\n${written}\n`, `\n${written}\ntags: blog\n`);
  }),
  removeKey('date', true),
  removeKey('tags', true),
  removeKey('title', false),
  removeKey('source_url', false),
  removeKey('published_time', false),
  emptyValue('date', '', true),
  emptyValue('date', "''", true),
  emptyValue('date', 'null', true),
  emptyValue('tags', '', true),
  emptyValue('tags', '~', true),
  emptyValue('tags', '[]', true),
  emptyValue('title', '', false),
  emptyValue('title', '"   "', false),
  emptyValue('source_url', '', false),
  emptyValue('published_time', 'null', false),
  unknownKey('title', 'titel'),
  unknownKey('title', 'Title'),
  unknownKey('published_time', 'publishedtime'),
  unknownKey('published_time', 'publised_time'),
  unknownKey('source_url', 'source-url'),
  unknownKey('source_url', 'sourceUrl'),
  unknownKey('tags', 'tag'),
  unknownKey('date', 'dat'),
  unknownKey('modified_time', 'modifed_time', false),
  whole('frontmatter/unknown-key', 'layout added', (text) =>
    text.replace('\ntitle:', '\nlayout: post\ntitle:'),
  ),
  value('frontmatter/type', 'title in a list', 'title', (old) =>
    old.includes('\n') ? undefined : `[${old}]`,
  ),
  value('frontmatter/type', 'title a number', 'title', () => '42'),
  value('frontmatter/type', 'title yes', 'title', () => 'true'),
  value('frontmatter/type', 'date a mapping', 'date', () => '{ year: 2023 }'),
  value('frontmatter/type', 'date yes', 'date', () => 'true'),
  value('frontmatter/type', 'tags a number', 'tags', () => '7'),
  value('frontmatter/type', 'url in a list', 'source_url', (old) => `\n- ${old}`, true),
  value('frontmatter/type', 'tags a mapping', 'tags', (old) => `{ name: ${old} }`),
  value(
    'date/format',
    'November 17, 2023',
    'date',
    (old) => {
      const [year, month, day] = ymd(old);
      return `'${monthName(month)} ${Number(day)}, ${year}'`;
    },
    true,
  ),
  value(
    'date/format',
    '17 Nov 2023',
    'date',
    (old) => {
      const [year, month, day] = ymd(old);
      return `'${Number(day)} ${monthName(month).slice(0, 3)} ${year}'`;
    },
    true,
  ),
  value(
    'date/format',
    '11/17/2023',
    'date',
    (old) => {
      const [year, month, day] = ymd(old);
      return `'${month}/${day}/${year}'`;
    },
    true,
  ),
  value(
    'date/format',
    '17.11.2023',
    'date',
    (old) => {
      const [year, month, day] = ymd(old);
      return `'${day}.${month}.${year}'`;
    },
    true,
  ),
  value('date/format', '2023/11/17', 'date', (old) => old.replaceAll('-', '/'), true),
  value('date/format', 'unpadded', 'date', (old) => old.replaceAll('-0', '-'), true),
  value('date/format', '20231117', 'date', (old) => old.replaceAll('-', ''), true),
  value(
    'date/format',
    '11/17/23',
    'date',
    (old) => {
      const [year, month, day] = ymd(old);
      return `'${month}/${day}/${year.slice(2)}'`;
    },
    true,
  ),
  value('date/format', 'a timestamp', 'date', (old) => `'${old.slice(1, -1)} 10:00:00-05:00'`, true),
  value('date/format', 'a word', 'date', () => 'pending'),
  value('date/format', '23-11-17', 'date', (old) => `'${old.slice(3)}`, true),
  value('date/format', 'curly quotes', 'date', (old) => `“${old.slice(1, -1)}”`),
  value('date/invalid', 'February 30', 'date', (old) => `'${old.slice(1, 5)}-02-30'`),
  value('date/invalid', 'month 13', 'date', (old) => `'${old.slice(1, 5)}-13-${old.slice(9, 11)}'`),
  value('date/invalid', 'day 32', 'date', (old) => `'${old.slice(1, 8)}-32'`),
  value('date/invalid', 'day 00', 'date', (old) => `'${old.slice(1, 8)}-00'`),
  value(
    'date/timestamp-format',
    'offset -0500',
    'published_time',
    (old) => old.replace(/:(\d\d)$/, '$1'),
    true,
  ),
  value('date/timestamp-format', 'offset -05', 'published_time', (old) => old.replace(/:00$/, ''), true),
  value('date/timestamp-format', 'Z', 'published_time', (old) => old.replace(/[+-]\d\d:\d\d$/, 'Z')),
  value('date/timestamp-format', 'no seconds', 'published_time', (old) =>
    old.replace(/(\d\d:\d\d):\d\d/, '$1'),
  ),
  value(
    'date/timestamp-format',
    'twelve hours',
    'published_time',
    (old) => {
      const [, day = '', hour = '', rest = '', offset = ''] =
        /^(\S+) (\d\d)(:\d\d:\d\d)(\S+)$/.exec(old) ?? [];
      return `${day} ${Number(hour) % 12 || 12}${rest} ${Number(hour) < 12 ? 'AM' : 'PM'} ${offset}`;
    },
    true,
  ),
  value(
    'date/timestamp-format',
    'slashes',
    'published_time',
    (old) => `${old.slice(0, 10).replaceAll('-', '/')}${old.slice(10)}`,
    true,
  ),
  value('date/timestamp-format', 'a date only', 'published_time', (old) => old.slice(0, 10)),
  value(
    'date/timestamp-format',
    'blank before offset',
    'modified_time',
    (old) => old.replace(/([+-]\d\d:\d\d)$/, ' $1'),
    true,
  ),
  value(
    'date/timestamp-format',
    'unpadded hour',
    'published_time',
    (old) => old.replace(/ 0(\d:)/, ' $1'),
    true,
  ),
  value(
    'date/timestamp-format',
    'fraction',
    'published_time',
    (old) => old.replace(/([+-]\d\d:\d\d)$/, '.000$1'),
    true,
  ),
  value('date/timestamp-invalid', 'hour 25', 'published_time', (old) => old.replace(/ \d\d:/, ' 25:')),
  value('date/timestamp-invalid', 'minute 61', 'published_time', (old) =>
    old.replace(/ (\d\d):\d\d:/, ' $1:61:'),
  ),
  value('date/timestamp-invalid', 'second 75', 'modified_time', (old) => old.replace(/:\d\d([+-])/, ':75$1')),
  value('date/timestamp-invalid', 'month 13', 'published_time', (old) =>
    old.replace(/^(\d{4})-\d\d/, '$1-13'),
  ),
  value('date/timestamp-invalid', 'February 30', 'modified_time', (old) =>
    old.replace(/^(\d{4})-\d\d-\d\d/, '$1-02-30'),
  ),
  value(
    'date/timestamp-offset-missing',
    'published',
    'published_time',
    (old) => old.replace(/[+-]\d\d:\d\d$/, ''),
    true,
  ),
  value(
    'date/timestamp-offset-missing',
    'modified',
    'modified_time',
    (old) => old.replace(/[+-]\d\d:\d\d$/, ''),
    true,
  ),
  value(
    'date/offset',
    'other season',
    'published_time',
    (old) => old.replace(/-0([45]):00$/, (_, hour: string) => `-0${hour === '4' ? 5 : 4}:00`),
    true,
  ),
  value('date/offset', 'UTC', 'published_time', (old) => old.replace(/-0[45]:00$/, '+00:00')),
  value('date/offset', 'Pacific', 'modified_time', (old) => old.replace(/-0[45]:00$/, '-08:00')),
  value('date/published-mismatch', 'date a day later', 'date', (old) => `'${shiftDay(old, 1)}'`, true),
  value(
    'date/published-mismatch',
    'date a year earlier',
    'date',
    (old) => `'${Number(old.slice(1, 5)) - 1}${old.slice(5)}`,
    true,
  ),
  value(
    'date/published-mismatch',
    'date: day and month digits',
    'date',
    (old) => {
      const other = old.replace(/(\d)(\d)'$/, "$2$1'");
      return /-(?:0[1-9]|[12]\d)'$/.test(other) &&
        other !== old &&
        !/-(?:3\d)'/.test(other) &&
        Number(other.slice(9, 11)) <= 28
        ? other
        : undefined;
    },
    true,
  ),
  value(
    'date/published-mismatch',
    'published a day earlier',
    'published_time',
    (old) => `${shiftDay(old, -1)}${old.slice(10)}`,
  ),
  value(
    'date/published-mismatch',
    'published a month later',
    'published_time',
    (old) => `${shiftDay(old, 28)}${old.slice(10)}`,
  ),
  value('date/modified-before-published', 'a week before', 'modified_time', (old, _, { text }) => {
    const published = writtenValue(text, 'published_time') ?? '';
    return Date.parse(old.replace(' ', 'T')) < Date.parse(published.replace(' ', 'T'))
      ? undefined
      : `${shiftDay(published, -7)}${published.slice(10)}`;
  }),
  value('url/format', 'https//', 'source_url', (old) => old.replace('https://', 'https//'), true),
  value('url/format', 'https:/', 'source_url', (old) => old.replace('https://', 'https:/'), true),
  value('url/format', 'no scheme', 'source_url', (old) => old.replace('https://', ''), true),
  value('url/format', 'blank inside', 'source_url', (old) => old.replace(/\/([a-z]+-[a-z]+)/, '/$1 ')),
  value('url/format', 'only the path', 'source_url', (old) => old.replace(/^https:\/\/[^/]+/, '')),
  value('url/format', 'double slash', 'source_url', (old) => old.replace(/\/(\d{4})\//, '//$1/'), true),
  value('url/format', 'full stop at the end', 'source_url', (old) => `${old}.`, true),
  value('url/format', 'a word', 'source_url', () => 'pending'),
  value('url/format', 'htp:', 'source_url', (old) => old.replace('https://', 'http:/')),
  value('url/format', 'in a Markdown link', 'source_url', (old) => `"[Statement](${old})"`),
  value('url/format', 'backslashes', 'source_url', (old) => old.replace('https://', 'https:\\\\'), true),
  value('url/scheme', 'http', 'source_url', (old) => old.replace('https:', 'http:'), true),
  value('url/scheme', 'ftp', 'source_url', (old) => old.replace('https:', 'ftp:')),
  value('url/scheme', 'mailto', 'source_url', () => 'mailto:press@example.gov'),
  value(
    'url/credentials',
    'user and password',
    'source_url',
    (old) => old.replace('https://', 'https://editor:secret@'),
    true,
  ),
  value('url/host', 'a letter lost', 'source_url', (old) => old.replace('whitehouse', 'whitehose'), true),
  value('url/host', 'another site', 'source_url', (old) =>
    old.replace(/^https:\/\/[^/]+/, 'https://www.example.com'),
  ),
  value('url/host', 'a port', 'source_url', (old) => old.replace(/^(https:\/\/[^/]+)/, '$1:8443')),
  value('url/date', 'month', 'source_url', (old) =>
    old.replace(
      /\/(\d{4})\/(\d\d)\//,
      (_, year: string, month: string) => `/${year}/${String((Number(month) % 12) + 1).padStart(2, '0')}/`,
    ),
  ),
  value('url/date', 'year', 'source_url', (old) =>
    old.replace(/\/(\d{4})\//, (_, year: string) => `/${Number(year) - 1}/`),
  ),
  value('url/date', 'day', 'source_url', (old) =>
    old.replace(
      /\/(\d{4}\/\d\d)\/(\d\d)\//,
      (_, before: string, day: string) => `/${before}/${String((Number(day) % 28) + 1).padStart(2, '0')}/`,
    ),
  ),
  value('url/date', 'unpadded', 'source_url', (old) => old.replace(/\/(\d{4})\/0(\d)\//, '/$1/$2/'), true),
  value('url/date', 'month 13', 'source_url', (old) => old.replace(/\/(\d{4})\/\d\d\//, '/$1/13/')),
  value('url/date', 'day lost', 'source_url', (old) => old.replace(/\/(\d{4}\/\d\d)\/\d\d\//, '/$1/')),
  value('url/path', 'section lost', 'source_url', (old, _, { text }) =>
    old.replace(`/${writtenValue(text, 'tags')}/`, '/'),
  ),
  value('url/path', 'slug lost', 'source_url', (old) => old.replace(/[^/]+\/$/, '')),
  value('url/tag', 'another section', 'source_url', (old, random, { text }) => {
    const tag = writtenValue(text, 'tags') ?? '';
    return old.replace(
      `/${tag}/`,
      `/${pick(
        TAGS.filter((each) => each !== tag),
        random,
      )}/`,
    );
  }),
  whole('url/tag', 'another tag', (text, random) => {
    const tag = writtenValue(text, 'tags') ?? '';
    const seeded = withValue(text, 'tags', () =>
      pick(
        TAGS.filter((each) => each !== tag),
        random,
      ),
    );
    return seeded && { ...seeded, lines: [...lineRange(text, 'tags'), ...lineRange(text, 'source_url')] };
  }),
  value('url/slug', 'the slug of another document', 'source_url', (old) =>
    old.replace(/[^/]+\/$/, 'harvest-festival-committee-notes/'),
  ),
  value('url/tracking', 'utm', 'source_url', (old) => `${old}?utm_source=newsletter&utm_medium=email`, true),
  value('url/tracking', 'fragment', 'source_url', (old) => `${old}#content`, true),
  value('url/tracking', 'fbclid', 'source_url', (old) => `${old}?fbclid=IwAR0x`, true),
  value('tag/unknown', 'a letter lost', 'tags', (old, random) => dropLetter(old, random), true),
  value('tag/unknown', 'another word', 'tags', () => 'news'),
  value('tag/unknown', 'the singular', 'tags', (old) => old.replace(/s$/, ''), true),
  value('tag/format', 'capitals', 'tags', (old) => old.toUpperCase(), true),
  value(
    'tag/format',
    'capital letters',
    'tags',
    (old) => old.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()),
    true,
  ),
  value(
    'tag/format',
    'underscore',
    'tags',
    (old) => (old.includes('-') ? old.replaceAll('-', '_') : undefined),
    true,
  ),
  value(
    'tag/format',
    'blank',
    'tags',
    (old) => (old.includes('-') ? old.replaceAll('-', ' ') : undefined),
    true,
  ),
  value(
    'tag/format',
    'two with a comma',
    'tags',
    (old) => `${old}, ${old === 'blog' ? 'legislation' : 'blog'}`,
  ),
  value('tag/duplicate', 'in a flow list', 'tags', (old) => `[${old}, ${old}]`),
  whole('tag/duplicate', 'in a block list', (text) => {
    const tag = writtenValue(text, 'tags') ?? '';
    const seeded = withValue(text, 'tags', () => `\n- ${tag}\n- ${tag}`);
    const [first = 0] = lineRange(text, 'tags');
    return seeded && { ...seeded, lines: [first + 2] };
  }),
  value('title/whitespace', 'two blanks', 'title', (old) => old.replace(/(\w) (\w)/, '$1  $2'), true),
  value(
    'title/whitespace',
    'blank at the end',
    'title',
    (old) => (/["']$/.test(old) && !old.includes('\n') ? `${old.slice(0, -1)} ${old.slice(-1)}` : undefined),
    true,
  ),
  value(
    'title/whitespace',
    'blank at the start',
    'title',
    (old) => (/^["']/.test(old) ? `${old[0]} ${old.slice(1)}` : undefined),
    true,
  ),
  value('title/whitespace', 'zero width', 'title', (old) => old.replace(/(\w) (\w)/, '$1 \u200b$2'), true),
  value(
    'title/whitespace',
    'zero width, escaped',
    'title',
    (old) => (old.startsWith('"') ? old.replace(/(\w) (\w)/, '$1 \\u200b$2') : undefined),
    true,
  ),
  value(
    'title/whitespace',
    'two unbreakable blanks',
    'title',
    (old) => (old.includes('\\_') ? old.replace('\\_', '\\_\\_') : undefined),
    true,
  ),
  value(
    'title/whitespace',
    'a tab',
    'title',
    (old) => (old.startsWith('"') ? old.replace(/(\w) (\w)/, '$1\\t$2') : undefined),
    true,
  ),
  value(
    'title/whitespace',
    'a line break',
    'title',
    (old) => (old.startsWith('"') ? old.replace(/(\w) (\w)/, '$1\\n$2') : undefined),
    true,
  ),
  name('wrong day', (old) => `${shiftDay(old, 1)}${old.slice(10)}`),
  name('no date', (old) => old.slice(11)),
  name('capitals', (old) => old.toUpperCase().replace('.MD', '.md')),
  name('underscores', (old) => old.slice(0, 11) + old.slice(11).replaceAll('-', '_')),
  name('another slug', (old) => `${old.slice(0, 11)}harvest-festival-committee-notes.md`),
  name('slash date order', (old) => `${old.slice(5, 10)}-${old.slice(0, 4)}${old.slice(10)}`),
];

function name(what: string, change: (name: string) => string): Seed {
  return {
    code: 'file/name',
    name: what,
    seed: ({ text, fileName }) =>
      change(fileName) === fileName ? undefined : { text, fileName: change(fileName), lines: [0] },
    restores: true,
  };
}

/** The lines of a field. */
function lineRange(text: string, key: string): number[] {
  const written = line(text, key) ?? '';
  const first = text.slice(0, text.indexOf(written)).split('\n').length - 1;
  return written.split('\n').map((_, index) => first + index);
}
