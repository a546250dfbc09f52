/** The Readout Explorer's data: groups of items with their mentions, and how each is shown. */
import * as vscode from 'vscode';
import type { ExplorerReply } from '../../server/src/lsp/protocol.ts';

type ReplyRange = ExplorerReply['groups'][number]['items'][number]['ranges'][number];

/** People, places and so on. */
export interface ExplorerGroup {
  readonly kind: 'group';
  /** The same from version to version, as VS Code needs it to keep what is open and selected. */
  readonly id: string;
  readonly title: string;
  /** Where all of it stands. */
  readonly document: vscode.TextDocument;
  readonly items: readonly ExplorerItem[];
}

/** One person, place, amount or date. */
export interface ExplorerItem {
  readonly kind: 'item';
  readonly id: string;
  readonly parent: ExplorerGroup;
  readonly name: string;
  /** An office or a value; may be empty. */
  readonly detail: string;
  readonly mentions: readonly ExplorerMention[];
}

/** One place where an item stands in the text. */
export interface ExplorerMention {
  readonly kind: 'mention';
  readonly id: string;
  readonly parent: ExplorerItem;
  readonly range: ReplyRange;
}

export type ExplorerNode = ExplorerGroup | ExplorerItem | ExplorerMention;

/** What the server said about one version of a document. */
export class ExplorerTree {
  /** The document's version that the ranges belong to. */
  readonly version: number;
  readonly groups: readonly ExplorerGroup[];
  readonly #items = new Map<string, ExplorerItem>();
  readonly #mentions = new Map<string, ExplorerMention>();

  constructor(document: vscode.TextDocument, { version, groups }: ExplorerReply) {
    this.version = version;
    this.groups = groups.map(({ id, title, items: replies }) => {
      const items: ExplorerItem[] = [];
      const group: ExplorerGroup = { kind: 'group', id, title, document, items };
      for (const reply of replies) items.push(this.#addItem(group, reply));
      return group;
    });
  }

  #addItem(
    parent: ExplorerGroup,
    { name, detail, ranges }: ExplorerReply['groups'][number]['items'][number],
  ): ExplorerItem {
    let id = `${parent.id}/${name}`;
    // Two people of one name are two items.
    for (let copy = 2; this.#items.has(id); copy++) id = `${parent.id}/${name}/${copy}`;
    const mentions: ExplorerMention[] = [];
    const item: ExplorerItem = { kind: 'item', id, parent, name, detail, mentions };
    this.#items.set(id, item);
    for (const [index, range] of ranges.entries()) {
      const mention: ExplorerMention = { kind: 'mention', id: `${id}#${index}`, parent: item, range };
      mentions.push(mention);
      this.#mentions.set(mention.id, mention);
    }
    return item;
  }

  item(id: string): ExplorerItem | undefined {
    return this.#items.get(id);
  }

  mention(id: string): ExplorerMention | undefined {
    return this.#mentions.get(id);
  }

  /**
   * The mention at a position, its end included.
   * @param preferred the item to take if several are named there, as a participant is who is among the people too.
   */
  mentionAt(
    { line, character }: vscode.Position,
    preferred: string | undefined,
  ): ExplorerMention | undefined {
    let found: ExplorerMention | undefined;
    for (const mention of this.#mentions.values()) {
      const { start, end } = mention.range;
      if (start.line > line || (start.line === line && start.character > character)) continue;
      if (end.line < line || (end.line === line && end.character < character)) continue;
      if (mention.parent.id === preferred) return mention;
      found ??= mention;
    }
    return found;
  }
}

export function childrenOf(node: ExplorerNode): readonly ExplorerNode[] {
  if (node.kind === 'group') return node.items;
  return node.kind === 'item' ? node.mentions : [];
}

export function parentOf(node: ExplorerNode): ExplorerNode | undefined {
  return node.kind === 'group' ? undefined : node.parent;
}

const ICONS: Readonly<Record<string, string>> = {
  participants: 'account',
  people: 'person',
  places: 'globe',
  organizations: 'organization',
  nationalities: 'tag',
  instruments: 'law',
  events: 'milestone',
  figures: 'symbol-numeric',
  dates: 'calendar',
};

/** The groups have English names; a group of a newer server keeps its own. */
function titleOf({ id, title }: ExplorerGroup): string {
  switch (id) {
    case 'participants':
      return vscode.l10n.t('Participants');
    case 'people':
      return vscode.l10n.t('People');
    case 'places':
      return vscode.l10n.t('Places');
    case 'organizations':
      return vscode.l10n.t('Organisations');
    case 'nationalities':
      return vscode.l10n.t('Nationalities and groups');
    case 'instruments':
      return vscode.l10n.t('Agreements');
    case 'events':
      return vscode.l10n.t('Events');
    case 'figures':
      return vscode.l10n.t('Figures');
    case 'dates':
      return vscode.l10n.t('Dates');
    default:
      return title;
  }
}

/** How a node is shown. */
export function toTreeItem(node: ExplorerNode): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  switch (node.kind) {
    case 'group': {
      const count = node.items.length;
      const title = titleOf(node);
      return withLabel(new vscode.TreeItem(title, Expanded), `${title}, ${count}`, {
        id: node.id,
        description: String(count),
        iconPath: new vscode.ThemeIcon(ICONS[node.id] ?? 'symbol-misc'),
        contextValue: 'group',
      });
    }
    case 'item': {
      const { id, name, detail } = node;
      const count = node.mentions.length;
      const spoken = [
        name,
        detail,
        count === 1 ? vscode.l10n.t('1 mention') : vscode.l10n.t('{0} mentions', count),
      ].filter(Boolean);
      return withLabel(new vscode.TreeItem(name, Collapsed), spoken.join(', '), {
        id,
        description: [count, detail].filter(Boolean).join(' · '),
        tooltip: spoken.join('\n'),
        command: open(id),
        contextValue: 'item',
      });
    }
    case 'mention': {
      const line = node.range.start.line + 1;
      const label = excerptOf(node.parent.parent.document, node.range);
      return withLabel(new vscode.TreeItem(label, None), vscode.l10n.t('Line {0}: {1}', line, label.label), {
        id: node.id,
        description: String(line),
        tooltip: vscode.l10n.t('Line {0}', line),
        command: open(node.id),
        contextValue: 'mention',
      });
    }
  }
}

function withLabel(item: vscode.TreeItem, label: string, rest: Partial<vscode.TreeItem>): vscode.TreeItem {
  return Object.assign(item, rest, { accessibilityInformation: { label } });
}

function open(id: string): vscode.Command {
  return { title: vscode.l10n.t('Go to Mention'), command: 'readout.explorer.open', arguments: [id] };
}

/** Characters shown before and behind a mention: a paragraph of a statement is often one line. */
const BEFORE = 16;
const BEHIND = 80;

/** The text around a range in its first line, with the range highlighted. */
function excerptOf(document: vscode.TextDocument, { start, end }: ReplyRange): vscode.TreeItemLabel {
  if (start.line >= document.lineCount) return { label: '' }; // cut off a moment ago: new data is on its way
  const { text } = document.lineAt(start.line);
  const stop = end.line === start.line ? end.character : text.length;
  const from = wordStart(text, Math.max(0, start.character - BEFORE), start.character);
  const lead = from > 0 ? '…' : '';
  const label = lead + text.slice(from, stop + BEHIND).trimEnd();
  const shift = lead.length - from;
  return { label, highlights: [[start.character + shift, Math.min(stop + shift, label.length)]] };
}

/** The first beginning of a word at or behind `from`, but no later than `limit`. */
function wordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const blank = text.indexOf(' ', from - 1);
  return blank >= 0 && blank < limit ? blank + 1 : limit;
}
