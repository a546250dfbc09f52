/**
 * Takes the pictures of `docs/images/` in the VS Code that runs in a browser, on copies of the examples. The picture of
 * `../shared/reference-readout.md` is taken only where that file is.
 *
 * Usage: node scripts/screenshots.mjs [NAME…]
 */

import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = path.join(root, 'docs', 'images');
const reference = path.join(root, '..', 'shared', 'reference-readout.md');

const DARK = 'Dark 2026';
const LIGHT = 'Light 2026';
const HIGH_CONTRAST = 'Default High Contrast';
const HIGH_CONTRAST_LIGHT = 'Default High Contrast Light';
const SIZE = { width: 1320, height: 800 };
/** Pixels of a picture for one of the window: sharp on good screens. A story's many pictures are kept smaller. */
const SHARPNESS = 2;
const STORY_SHARPNESS = 1.5;
/** Where the outline begins in the side bar. */
const OUTLINE_TOP = 300;
/** Time for the window to settle after the last thing that can be waited for. */
const SETTLE_MS = 1_200;
/** How long anything is waited for: machines differ, and may have other things to do. */
const PATIENCE_MS = 90_000;

const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.lineNumbersMinChars': 3,
  'editor.stickyScroll.enabled': false,
  'explorer.openEditors.visible': 0,
  'outline.collapseItems': 'alwaysExpand',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.empty.hint': 'hidden',
};

const WEEKDAY = 'wrong-weekday.md';
const MEETING = '2026-06-15-meeting-with-chancellor-brandt-of-osterland.md';

/** Who is named in both. */
const PERSON = 'Elena Noriega';

/** Each picture: its theme, and what to do before it is taken; the result says which part of the window to take. */
const PICTURES = {
  'overview-dark': { theme: DARK, prepare: overview },
  'overview-light': { theme: LIGHT, prepare: overview },
  'colours-dark': { theme: DARK, prepare: (window) => window.open(MEETING) },
  'colours-light': { theme: LIGHT, prepare: (window) => window.open(MEETING) },
  outline: {
    theme: LIGHT,
    async prepare(window) {
      await window.open(MEETING);
      await window.outline();
    },
  },
  explorer: {
    theme: DARK,
    async prepare(window) {
      await window.open(MEETING);
      await window.explorer();
    },
  },
  'quick-fix': {
    theme: LIGHT,
    async prepare(window) {
      await window.open(WEEKDAY);
      await window.page.locator('.squiggly-warning').first().waitFor();
      await window.command('Go to Next Problem (Error, Warning, Info)');
      await window.page.keyboard.press('Escape');
      await window.page.keyboard.press('Control+.');
      await window.page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
  templates: {
    theme: DARK,
    async prepare(window) {
      await window.open(MEETING);
      await window.command('Readout: Insert Statement Template');
      await window.page.getByPlaceholder('Which kind of statement?').waitFor();
    },
  },
  'first-minutes-light': { theme: LIGHT, from: 'mistakes', prepare: walkthrough },
  'first-minutes-dark': { theme: DARK, from: 'mistakes', prepare: walkthrough },
  'first-minutes-mistake': { theme: LIGHT, from: 'mistakes', prepare: firstMistake },
  'preview-light': { theme: LIGHT, prepare: preview },
  'preview-dark': { theme: DARK, prepare: preview },
  'preview-high-contrast': { theme: HIGH_CONTRAST, prepare: preview },
  'preview-high-contrast-light': { theme: HIGH_CONTRAST_LIGHT, prepare: preview },
  reference: {
    theme: DARK,
    needs: reference,
    async prepare(window) {
      await window.open('reference-readout.md', 'Joseph R. Biden, Jr.');
      await window.outline();
    },
  },
};

/** What is said in the passages of the story's statement, gap by gap. */
const PASSAGES = [
  'fisheries, energy, and the ferry line between Port Marisol and Skarvik',
  'that Velora will pay $12 million for new harbor lights',
  'the welcome given to 300 exchange students',
  'open the ferry line on September 1, 2027',
  'the Skarvik Fisheries Agreement',
];

/** Several pictures of one session, in the order in which a drafter comes to them. */
const STORIES = {
  drafting: {
    theme: LIGHT,
    sharpness: STORY_SHARPNESS,
    /** The list of suggestions would take the keys that go from gap to gap. */
    settings: { 'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' } },
    async tell(window, picture) {
      const { page } = window;
      await window.open(WEEKDAY); // the language server is at work
      await window.command('View: Close All Editors');
      await window.command('View: Close Primary Side Bar');
      await page.keyboard.press('Control+Shift+M');
      await page.locator('.markers-panel').waitFor();
      await window.command('Readout: New Readout');
      await window.answer('Which kind', 'Readout of a call');
      await window.answer('Whom the office speaks for', 'President Elena Noriega');
      await window.question('The other side');
      await picture('drafting-1-question');
      await window.answer('The other side', 'Prime Minister Adele Strand');
      await window.answer('The counterpart’s country', 'Norland');
      await window.answer('When it took place', 'today');
      await window.answer('The day on which', '');
      await page.locator('.squiggly-error').first().waitFor();
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'placeholder' }).first().waitFor();
      await picture('drafting-2-placeholders');
      for (const [index, passage] of PASSAGES.entries()) {
        if (index > 0) await page.keyboard.press('Tab');
        await page.keyboard.type(passage);
        await page.waitForTimeout(300);
      }
      await page.keyboard.press('Escape');
      await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
      await page.locator('.markers-panel .message-box-container', { hasText: 'No problems' }).waitFor();
      await window.command('Format Document');
      await page.keyboard.press('Control+s');
      await picture('drafting-3-filled');
      await page.keyboard.press('Control+J');
      await window.command('Markdown: Open Preview to the Side');
      await window.inPreview('.readout-money');
      await picture('drafting-4-preview');
      await window.command('View: Focus First Editor Group');
      await window.command('View: Close Editors in Other Groups');
      await window.command('Readout: Record Clearance');
      await page.locator('.quick-input-widget input').fill('Mara Lind, Clearance Desk');
      await page.keyboard.press('Enter');
      await window.shows('cleared');
      await page.keyboard.press('Control+s');
      await window.status('Cleared');
      await picture('drafting-5-cleared');
      await window.command('Notifications: Clear All Notifications');
      // The record of the clearance has the figure too: the prose is told by the words around it.
      await window.doubleClickOn('12', 'harbor');
      await page.keyboard.type('15');
      await window.status('1 change');
      await page.locator('.squiggly-warning').first().waitFor();
      await page.keyboard.press('F8');
      await page.locator('.marker-widget', { hasText: '$12 million' }).waitFor();
      await picture('drafting-6-changed');
      await page.keyboard.press('Escape');
      await window.command('Readout: Show Changes Since Clearance');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '$15 million' }).waitFor();
      await picture('drafting-7-changes');
    },
  },
};

async function overview(window) {
  await window.open(WEEKDAY);
  await window.page.locator('.squiggly-warning').first().waitFor();
  await window.command('View: Toggle Problems');
  await window.page.locator('.markers-panel .monaco-list-row').first().waitFor();
  await window.outline();
}

/** The walkthrough with the drawing of its second step. */
async function walkthrough(window) {
  await window.open(WEEKDAY); // the language server is at work
  await window.command('View: Close All Editors');
  await window.command('View: Close Primary Side Bar');
  await window.command('Readout: Get Started');
  await window.page.locator('.getting-started-step', { hasText: 'See the mistake' }).click();
}

/** The example beside the walkthrough, with what is said of its mistake. */
async function firstMistake(window) {
  const { page } = window;
  await walkthrough(window);
  await page.locator('.getting-started-step', { hasText: 'Open the example' }).click();
  await page.getByRole('button', { name: 'Open the Example', exact: true }).click();
  await page.locator('.squiggly-warning').first().waitFor();
  await page.locator('.getting-started-step', { hasText: 'See the mistake' }).click();
  await page.getByRole('button', { name: 'Go to the Mistake', exact: true }).click();
  await page.locator('.marker-widget').first().waitFor();
}

/** The source on the left, the press release on the right. */
async function preview(window) {
  await window.open(MEETING);
  await window.command('View: Close Primary Side Bar');
  await window.command('Markdown: Open Preview to the Side');
  await window.inPreview('.readout-header');
  await window.command('View: Focus First Editor Group');
}

/** One window of VS Code, and what a person does in it. */
class Window {
  constructor(page) {
    this.page = page;
  }

  /** Runs a command from the palette. */
  async command(title) {
    await this.page.keyboard.press('F1');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.page.waitForTimeout(300);
    await this.page.keyboard.press('Enter');
    await this.page.waitForTimeout(500);
  }

  /** Opens a file by its name. */
  async open(name, person = PERSON) {
    await this.page.keyboard.press('Control+P');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(name);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().waitFor();
    await this.page.keyboard.press('Enter');
    // A name that the grammar does not colour stands alone in its element once the server has answered.
    await this.page.waitForFunction(
      (person) =>
        [...document.querySelectorAll('.view-line span')].some(
          (span) => span.children.length === 0 && span.textContent.replaceAll('\u00a0', ' ') === person,
        ),
      person,
    );
  }

  /** Waits for a question of *New Readout…*, by the beginning of its words. */
  async question(words) {
    await this.page.locator(`.quick-input-widget input[placeholder^="${words}"]`).waitFor();
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    await this.page.waitForTimeout(500);
  }

  /** Takes an offered answer to a question; without one, what the field holds. A busy window may miss a click. */
  async answer(words, offer) {
    await this.question(words);
    const asked = this.page.locator(`.quick-input-widget input[placeholder^="${words}"]`);
    for (let attempt = 1; ; attempt++) {
      if (offer)
        await this.page.locator('.quick-input-list .monaco-list-row', { hasText: offer }).first().click();
      else await this.page.keyboard.press('Enter');
      try {
        await asked.waitFor({ state: 'hidden', timeout: PATIENCE_MS / 6 });
        return;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  /** Waits until the editor shows a text. */
  async shows(text) {
    await this.page.locator('.view-lines .view-line', { hasText: text }).first().waitFor();
  }

  /** Waits until an item of the status bar shows a text. */
  async status(text) {
    await this.page.locator('.statusbar-item', { hasText: text }).first().waitFor();
  }

  /** Double-clicks on a word in the first line of the editor that has another word too. */
  async doubleClickOn(word, companion) {
    const place = await this.page.evaluate(
      ([word, companion]) => {
        const line = [...document.querySelectorAll('.view-lines .view-line')].find(
          ({ textContent }) => textContent.includes(word) && textContent.includes(companion),
        );
        const walker = line && document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node = walker?.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(word);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + word.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        }
        return undefined;
      },
      [word, companion],
    );
    if (!place) throw new Error(`No line in sight has “${word}” and “${companion}”.`);
    await this.page.mouse.dblclick(place.x, place.y);
  }

  /** Waits until the Markdown preview shows an element: it lies in a frame within a frame. */
  async inPreview(selector) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      for (const frame of this.page.frames()) {
        const found = await frame.$(selector).catch(() => null);
        if (found) return;
      }
      if (Date.now() > deadline) throw new Error(`The preview does not show ${selector}.`);
      await this.page.waitForTimeout(200);
    }
  }

  /** Gives most of the side bar to the outline. */
  async outline() {
    await this.#hide('Readout');
    await this.#hide('Timeline');
    await this.command('Explorer: Focus on Outline View');
    await this.page.locator('.outline-pane .monaco-list-row').first().waitFor();
    await this.#raise('Outline');
  }

  /** Gives most of the side bar to the Readout Explorer, and goes to the first mention of a person. */
  async explorer() {
    await this.#hide('Timeline');
    await this.#hide('Outline');
    await this.command('Explorer: Focus on Readout View');
    const person = this.page.locator('.customview-tree .monaco-list-row', { hasText: PERSON }).first();
    await person.waitFor();
    await this.#raise('Readout');
    await person.locator('.monaco-tl-twistie').click();
    await person.locator('.label-name').click();
    await this.page.mouse.move(SIZE.width / 2, SIZE.height / 2);
  }

  /** Takes a part out of the side bar. */
  async #hide(title) {
    const head = this.page.locator('.pane-header', { hasText: title });
    await head.click({ button: 'right' });
    await this.page.getByRole('menuitemcheckbox', { name: title }).click();
    await head.waitFor({ state: 'detached' });
  }

  /** Drags the upper edge of the lowest part of the side bar up. */
  async #raise(title) {
    const head = await this.page.locator('.pane-header', { hasText: title }).boundingBox();
    await this.page.mouse.move(head.x + 120, head.y);
    await this.page.mouse.down();
    await this.page.mouse.move(head.x + 120, OUTLINE_TOP, { steps: 8 });
    await this.page.mouse.up();
    await this.page.mouse.move(SIZE.width / 2, SIZE.height / 2);
    await this.command('View: Focus Active Editor Group');
  }
}

await ensureDependencies(root);
const [{ launchBrowser }, { ensureHost }, { makePackageQuietly }, { startServer }] = await Promise.all([
  import('./vscode/browser.mjs'),
  import('./vscode/host.mjs'),
  import('./package.mjs'),
  import('./vscode/server.mjs'),
]);

const names = process.argv.slice(2);
const all = [...Object.keys(PICTURES), ...Object.keys(STORIES)];
for (const name of names)
  if (!all.includes(name)) throw new Error(`No picture or story is called ${name}: ${all.join(', ')}`);

const scratch = await mkdtemp(path.join(os.tmpdir(), 'readout-pictures-'));
const host = await ensureHost();
try {
  const vsix = await makePackageQuietly(path.join(scratch, 'readout.vsix'));
  await mkdir(images, { recursive: true });
  for (const [name, picture] of Object.entries(PICTURES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (picture.needs && !existsSync(picture.needs)) {
      console.log(`${name}: left out, for ${path.relative(root, picture.needs)} is not here`);
      continue;
    }
    await inWindow(name, picture, vsix, async (window, shoot) => {
      await picture.prepare(window);
      await shoot(name);
    });
  }
  for (const [name, story] of Object.entries(STORIES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    await inWindow(name, story, vsix, (window, shoot) => story.tell(window, shoot));
  }
  if (names.length === 0) await drawIcon();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** Every picture and story has a server and a copy of the examples of its own: what one leaves behind is in no other. */
async function inWindow(name, { theme, settings, needs, from = '', sharpness = SHARPNESS }, vsix, work) {
  const folder = path.join(scratch, name, 'examples');
  // A document of another house comes without the settings of ours; so does a part of the examples.
  if (needs) await cp(needs, path.join(folder, path.basename(needs)));
  else await cp(path.join(root, 'examples', from), folder, { recursive: true });
  const server = await startServer(host, {
    vsix,
    settings: { ...SETTINGS, ...settings, 'workbench.colorTheme': theme },
  });
  try {
    const browser = await launchBrowser(host);
    try {
      const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: sharpness });
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(`${server.url}?folder=${encodeURIComponent(folder)}`);
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
      await work(new Window(page), async (picture) => {
        await page.waitForTimeout(SETTLE_MS);
        const { length } = await page.screenshot({ path: path.join(images, `${picture}.png`) });
        console.log(`${picture}.png: ${Math.round(length / 1024)} KB`);
      });
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

/** The extension's icon, from its drawing. */
async function drawIcon() {
  const browser = await launchBrowser(host);
  try {
    const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
    await page.setContent(
      `<style>*{margin:0}</style>${await readFile(path.join(images, 'icon.svg'), 'utf8')}`,
    );
    await page.screenshot({ path: path.join(root, 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
}
