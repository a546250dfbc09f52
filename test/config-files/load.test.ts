import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SettingsFiles } from '../../server/src/config-files/load.ts';
import { WHITE_HOUSE } from '../../server/src/core/index.ts';
import { folder } from '../cli/harness.ts';

describe('finding settings', () => {
  it('the nearest file upwards wins; without one the built-in profile is in force', () => {
    const root = folder({
      '.readout.yaml': 'timeZone: Europe/Brussels\n',
      'a/.readout.yaml': 'timeZone: Asia/Tokyo\n',
      'a/b/c.md': '',
    });
    const files = new SettingsFiles();
    expect(files.forFile(join(root, 'x.md')).settings.timeZone).toBe('Europe/Brussels');
    const inner = files.forFile(join(root, 'a/b/c.md'));
    expect(inner).toMatchObject({ root: join(root, 'a'), problems: [] });
    expect(inner.settings.timeZone).toBe('Asia/Tokyo');
    expect(files.forFile(join(root, 'a/y.md'))).toBe(inner);
    expect(files.forFile('/x.md').settings).toBe(WHITE_HOUSE);
  });

  it('builds on profiles and files by path, later ones winning', () => {
    const root = folder({
      'house.yaml': 'extends: white-house\ntimeZone: Europe/Brussels\nrules: { body/end-mark: error }\n',
      'more.yaml': 'rules: { frontmatter/duplicate-key: off }\n',
      'a/.readout.yaml': 'extends: [../house.yaml, ../more.yaml]\nurl: { hosts: [www.norland.example] }\n',
    });
    const { settings, problems, files } = new SettingsFiles().forFolder(join(root, 'a'));
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      timeZone: 'Europe/Brussels',
      url: { hosts: ['www.norland.example'] },
      rules: { 'body/end-mark': { severity: 'error' }, 'frontmatter/duplicate-key': { severity: 'off' } },
    });
    expect(files).toEqual([join(root, 'a/.readout.yaml'), join(root, 'house.yaml'), join(root, 'more.yaml')]);
  });

  it('a circle is reported and ends', () => {
    const root = folder({
      '.readout.yaml': 'extends: b.yaml\ntimeZone: Europe/Brussels\n',
      'b.yaml': 'extends: .readout.yaml\nrules: { body/end-mark: off }\n',
    });
    const { settings, problems } = new SettingsFiles().forFolder(root);
    expect(problems.map(({ file, finding }) => [file, finding.code])).toEqual([
      [join(root, 'b.yaml'), 'settings/extends'],
    ]);
    expect(problems[0]?.finding.message).toContain('leads in a circle');
    expect(settings).toMatchObject({
      timeZone: 'Europe/Brussels',
      rules: { 'body/end-mark': { severity: 'off' } },
    });
  });

  it('an unknown profile is answered with the nearest, and checking goes on', () => {
    const root = folder({ '.readout.yaml': 'extends: white-huose\n' });
    const { settings, problems } = new SettingsFiles().forFolder(root);
    expect(problems[0]?.finding.message).toContain('Did you mean “white-house”?');
    expect(problems[0]?.text.slice(problems[0].finding.span.start, problems[0].finding.span.end)).toBe(
      'white-huose',
    );
    expect(settings).toEqual(WHITE_HOUSE);
  });

  it('the frontmatter’s schema may be a file, JSON or YAML', () => {
    const root = folder({
      'a/.readout.yaml': 'frontmatter: ../schema.json\n',
      'b/.readout.yaml': 'frontmatter: ../schema.yaml\n',
      'c/.readout.yaml': 'frontmatter: ../missing.json\n',
      'd/.readout.yaml': 'frontmatter: ../list.json\n',
      'schema.json': '{"required": ["office"]}',
      'schema.yaml': 'required: [office]\n',
      'list.json': '[1]',
    });
    const files = new SettingsFiles();
    for (const name of ['a', 'b']) {
      const loaded = files.forFolder(join(root, name));
      expect(loaded.problems).toEqual([]);
      expect(loaded.settings.frontmatter).toEqual({ required: ['office'] });
    }
    for (const [name, why] of [
      ['c', 'there is no such file'],
      ['d', 'is no JSON Schema'],
    ]) {
      const loaded = files.forFolder(join(root, name ?? ''));
      expect(loaded.problems[0]?.finding.message).toContain(why);
      expect(loaded.settings.frontmatter).toBe(WHITE_HOUSE.frontmatter);
    }
  });

  it('a settings file that cannot be read is reported, not passed over', () => {
    const root = folder({ '.readout.yaml/inside.txt': '' });
    const { settings, problems } = new SettingsFiles().forFolder(root);
    expect(problems[0]?.finding.message).toContain('cannot be read (it is a folder)');
    expect(settings).toBe(WHITE_HOUSE);
  });

  it('many files that build on each other twice end', () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${i}.yaml`, `extends: [./${i + 1}.yaml, ./${i + 1}.yaml]\n`]),
    );
    const root = folder({ ...files, '40.yaml': 'timeZone: UTC\n', '.readout.yaml': 'extends: 0.yaml\n' });
    const { problems } = new SettingsFiles().forFolder(root);
    expect(problems.some(({ finding }) => finding.message.includes('more than 100 files'))).toBe(true);
  });
});
