/**
 * All that is ours, on one part of a folder, in one process: every rule and the recogniser. Bundled by bench-cli.ts.
 *
 * usage: node whole.mjs FOLDER PART PARTS
 */

import { readFileSync } from 'node:fs';
import { Checker } from '../../server/src/cli/check-file.ts';
import { exclusionBy, findFiles } from '../../server/src/cli/find-files.ts';
import { decode } from '../../server/src/cli/read-text.ts';
import { sharedUrls } from '../../server/src/cli/shared-urls.ts';
import { withValues } from '../../server/src/core/entities/values.ts';
import { mentionsOf } from '../../server/src/core/index.ts';

const [folder = '.', part = '1', parts = '1'] = process.argv.slice(2);
const plan = {
  cwd: folder,
  config: undefined,
  severities: {},
  markdownlint: false,
  docs: 'file:///docs/',
  sharedUrls: undefined,
  fix: undefined,
  keyed: false,
  release: undefined,
};
const finder = new Checker(plan);
const { files } = findFiles(
  [folder],
  folder,
  exclusionBy((path) => finder.settingsFor(path)),
);
const checker = new Checker({ ...plan, sharedUrls: sharedUrls(files) });
let findings = 0;
let mentions = 0;
for (const [index, path] of files.entries()) {
  if (index % Number(parts) !== Number(part) - 1) continue;
  const checked = await checker.text(path, decode(readFileSync(path)));
  findings += checker.report(path, checked).findings.length;
  mentions += withValues(
    checked.readout,
    mentionsOf(checked.readout, checked.settings),
    checked.settings,
  ).length;
}
console.log(JSON.stringify({ findings, mentions }));
