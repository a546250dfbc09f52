/**
 * JUnit XML, in the form that both the Ant schema (https://github.com/windyroad/JUnit-Schema) and Jenkins' schema
 * accept: a suite for each file, a test case for each finding, one that passes for a file without.
 */
import { relative } from 'node:path';
import type { FileReport, ReportedFinding, Reporter } from './report.ts';

/** @param started written into every suite, as the schema wants. */
export function junitReporter(cwd: string, started: Date): Reporter {
  const timestamp = started.toISOString().slice(0, 19);
  let id = 0;
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    file: (report) =>
      report.checked || report.findings.length > 0 ? suite(report, cwd, timestamp, id++) : '',
    end: () => '</testsuites>\n',
  };
}

function suite({ path, findings }: FileReport, cwd: string, timestamp: string, id: number): string {
  const name = relative(cwd, path) || path;
  const failures = findings.filter(fails).length;
  const cases =
    findings.length === 0
      ? `    <testcase name="no findings" classname="${xml(name)}" time="0"/>\n`
      : findings.map((finding) => testCase(finding, name)).join('');
  return `  <testsuite name="${xml(name)}" package="readout" id="${id}" hostname="localhost" timestamp="${timestamp}" tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0" time="0">
    <properties/>
${cases}    <system-out/>
    <system-err/>
  </testsuite>
`;
}

/** What is told as information fails no build. */
function fails({ severity }: ReportedFinding): boolean {
  return severity === 'error' || severity === 'warning';
}

function testCase(finding: ReportedFinding, file: string): string {
  const { line, character } = finding.range.start;
  const place = `${line + 1}:${character + 1}`;
  const open = `    <testcase name="${xml(`${place} ${finding.code}`)}" classname="${xml(file)}" time="0"`;
  if (!fails(finding)) return `${open}/>\n`;
  const text = `${file}:${place}: ${finding.severity}: ${finding.message} (${finding.code})`;
  return `${open}>
      <failure type="${xml(finding.code)}" message="${xml(finding.message)}">${xml(text)}</failure>
    </testcase>
`;
}

/** XML 1.0, section 2.2: other characters cannot stand in a document, not even escaped. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function xml(text: string): string {
  return text
    .replace(NO_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}
