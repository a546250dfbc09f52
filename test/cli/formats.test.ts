import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { githubReporter } from '../../server/src/cli/report/github.ts';
import { junitReporter } from '../../server/src/cli/report/junit.ts';
import { type FileReport, noTotals } from '../../server/src/cli/report/report.ts';
import { sarifReporter } from '../../server/src/cli/report/sarif.ts';
import { RULES } from '../../server/src/core/index.ts';
import { duplicateKey, folder, GOOD_NAME, readout, run } from './harness.ts';

const HOSTILE = 'a%b,c:d\r\ne <f> & "g" \u0000\ud800 ::error::h';

function reportWith(message: string, path = '/work/a,b:c%.md'): FileReport {
  return {
    path,
    checked: true,
    findings: [
      {
        range: { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } },
        severity: 'error',
        code: 'frontmatter/duplicate-key',
        message,
        fixable: false,
        url: 'file:///docs/x.md',
      },
      {
        range: { start: { line: 3, character: 0 }, end: { line: 4, character: 1 } },
        severity: 'information',
        code: 'body/end-mark',
        message,
        fixable: true,
        url: 'file:///docs/y.md',
      },
    ],
  };
}

describe('GitHub annotations', () => {
  it('are workflow commands with everything escaped that would end one', () => {
    const out = githubReporter('/work').file(reportWith('a%b\r\nc,d:e'));
    expect(out).toBe(
      '::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=3,endColumn=5,title=frontmatter/duplicate-key::a%25b%0D%0Ac,d:e\n' +
        '::notice file=a%2Cb%3Ac%25.md,line=4,endLine=5,title=body/end-mark::a%25b%0D%0Ac,d:e\n',
    );
  });

  it('no message can start a command of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const lines = githubReporter('/work').file(reportWith(message)).split('\n');
        expect(lines).toHaveLength(3);
        expect(lines.slice(0, 2).every((line) => /^::(?:error|notice) file=/.test(line))).toBe(true);
      }),
    );
  });

  it('come from the command', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey() });
    const outcome = await run(root, ['check', '.', '--format', 'github']);
    expect(outcome.code).toBe(1);
    expect(outcome.out).toMatch(
      new RegExp(
        `^::error file=${GOOD_NAME},line=3,endLine=3,col=1,endColumn=\\d+,title=frontmatter/duplicate-key::.+\\n$`,
      ),
    );
  });
});

const text = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string' } },
};
const uri = { type: 'string', pattern: '^(?:[a-z]+:\\/\\/\\/?)?[^\\s\\\\<>"{}|^`]*$' };
/** Those parts of the 2.1.0 schema that our reports use, as the standard has them (sections 3.13 to 3.52); nothing else. */
const SARIF = {
  type: 'object',
  required: ['version', 'runs'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool'],
        additionalProperties: false,
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          originalUriBaseIds: {
            type: 'object',
            additionalProperties: { type: 'object', properties: { uri: { ...uri, pattern: '^file:.*/$' } } },
          },
          tool: {
            type: 'object',
            required: ['driver'],
            additionalProperties: false,
            properties: {
              driver: {
                type: 'object',
                required: ['name'],
                additionalProperties: false,
                properties: {
                  name: { type: 'string' },
                  version: { type: 'string' },
                  semanticVersion: { type: 'string' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: {
                      type: 'object',
                      required: ['id'],
                      additionalProperties: false,
                      properties: {
                        id: { type: 'string' },
                        shortDescription: text,
                        fullDescription: text,
                        helpUri: uri,
                        defaultConfiguration: {
                          type: 'object',
                          additionalProperties: false,
                          properties: {
                            enabled: { type: 'boolean' },
                            level: { enum: ['none', 'note', 'warning', 'error'] },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              additionalProperties: false,
              properties: {
                ruleId: { type: 'string' },
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message: text,
                locations: {
                  type: 'array',
                  items: {
                    type: 'object',
                    additionalProperties: false,
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        additionalProperties: false,
                        required: ['artifactLocation'],
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            additionalProperties: false,
                            properties: { uri, uriBaseId: { const: 'SRCROOT' } },
                          },
                          region: {
                            type: 'object',
                            additionalProperties: false,
                            properties: Object.fromEntries(
                              ['startLine', 'startColumn', 'endLine', 'endColumn'].map((name) => [
                                name,
                                { type: 'integer', minimum: 1 },
                              ]),
                            ),
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

describe('SARIF', () => {
  const validate = new Ajv2020({ strict: false }).compile(SARIF);

  it('has the shape of the 2.1.0 schema, whatever the findings', async () => {
    const tool = { version: '1.2.3', rules: RULES, helpUrl: (code: string) => `file:///docs/${code}.md` };
    for (const files of [
      [],
      [reportWith(HOSTILE)],
      [reportWith('x', '/elsewhere/é a.md'), reportWith('y')],
    ]) {
      const reporter = sarifReporter('/work', tool);
      const out = reporter.begin() + files.map(reporter.file).join('') + reporter.end(noTotals());
      const log: unknown = JSON.parse(out);
      expect([validate(log), validate.errors]).toEqual([true, null]);
    }
  });

  it('comes from the command, with the rules that were met', async () => {
    const root = folder({ [GOOD_NAME]: duplicateKey(), 'sub/x y.md': duplicateKey() });
    const outcome = await run(root, ['check', '.', '--format', 'sarif', '--rule', 'file/name=off']);
    const log = JSON.parse(outcome.out) as {
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
      }[];
    };
    expect([validate(log), validate.errors]).toEqual([true, null]);
    expect(log.runs[0]?.tool.driver.rules.map(({ id }) => id)).toContain('frontmatter/duplicate-key');
    const uris = log.runs[0]?.results.map(
      ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri,
    );
    expect(new Set(uris)).toEqual(new Set([GOOD_NAME, 'sub/x%20y.md']));
  });
});

/** Elements of an XML text in order, as `name` or `/name`; throws where it is not well-formed. */
function elements(xml: string): string[] {
  const stack: string[] = [];
  const found: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  expect(body).not.toBe(xml);
  let end = 0;
  for (const match of body.matchAll(
    /<(\/?)([\w-]+)((?: [\w-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#\d+);[^"<&]*)*")*)(\/?)>/g,
  )) {
    expect(body.slice(end, match.index)).toMatch(/^(?:[^<&]|&(?:amp|lt|gt|quot|#\d+);)*$/);
    end = match.index + match[0].length;
    const [, closing, name = '', , empty] = match;
    if (closing) expect(stack.pop()).toBe(name);
    else {
      found.push([...stack, name].join('/'));
      if (!empty) stack.push(name);
    }
  }
  expect(body.slice(end).trim()).toBe('');
  expect(stack).toEqual([]);
  // XML 1.0, section 2.2: the characters that a document may hold.
  expect(xml).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
  return found;
}

describe('JUnit', () => {
  const started = new Date('2026-01-02T03:04:05Z');

  it('has the elements of the schema in their order', () => {
    const reporter = junitReporter('/work', started);
    const clean = { path: '/work/b.md', checked: true, findings: [] };
    const foreign = { path: '/work/c.md', checked: false, findings: [] };
    const out =
      reporter.begin() +
      [reportWith(HOSTILE), clean, foreign].map(reporter.file).join('') +
      reporter.end(noTotals());
    const suite = 'testsuites/testsuite';
    expect(elements(out)).toEqual([
      'testsuites',
      suite,
      `${suite}/properties`,
      `${suite}/testcase`,
      `${suite}/testcase/failure`,
      `${suite}/testcase`,
      `${suite}/system-out`,
      `${suite}/system-err`,
      suite,
      `${suite}/properties`,
      `${suite}/testcase`,
      `${suite}/system-out`,
      `${suite}/system-err`,
    ]);
    expect(out).toContain(
      '<testsuite name="a,b:c%.md" package="readout" id="0" hostname="localhost" timestamp="2026-01-02T03:04:05" tests="2" failures="1" errors="0" time="0">',
    );
    expect(out).toContain('<testcase name="2:3 frontmatter/duplicate-key" classname="a,b:c%.md" time="0">');
  });

  it('is well-formed whatever the message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        const reporter = junitReporter('/work', started);
        elements(reporter.begin() + reporter.file(reportWith(message)) + reporter.end(noTotals()));
      }),
    );
  });

  it('comes from the command', async () => {
    const root = folder({ [GOOD_NAME]: readout() });
    const outcome = await run(root, ['check', '.', '--format', 'junit']);
    expect(outcome.code).toBe(0);
    expect(elements(outcome.out)).toHaveLength(6);
  });
});
