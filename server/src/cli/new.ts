/** `readout new`: a statement from a template, asked for where somebody can answer. */
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { SettingsFiles } from '../config-files/load.ts';
import {
  answerProblem,
  answerProblems,
  createReadout,
  type NewReadoutContext,
  type NewReadoutQuestion,
  questionsOf,
} from '../core/features/new-readout.ts';
import type { Settings } from '../core/index.ts';
import { type Template, templateIn, templatesIn } from '../core/templates/index.ts';
import { nearest } from '../core/text/nearest.ts';
import { NODE_HOST } from '../host/node.ts';
import type { ParsedArguments } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { peopleIn } from './known-people.ts';
import { shown } from './report/pretty.ts';
import { type Prompter, type Terminal, UsageError } from './terminal.ts';
import { createFile, replaceFile, WriteError } from './write-file.ts';

/** As many offered answers are listed below a question. */
const MOST_OFFERS = 9;

export const newCommand: Command = {
  name: 'new',
  usage: 'TEMPLATE [--set KEY=VALUE]… [-o FILE] [--force]',
  summary: 'Writes a new statement from a template. “readout new --list” lists the templates.',
  details:
    'In a terminal it asks for what headline and lead still need. What the other passages need stays in the text as a\nplaceholder, unless it is given with --set. “readout new TEMPLATE --list” lists the keys.\nWithout -o the statement is printed; with -o FOLDER/ it gets the name that the house’s settings ask for.',
  options: [
    {
      name: 'set',
      value: 'KEY=VALUE',
      repeated: true,
      description: 'an answer, such as counterpart="Prime Minister Adele Strand"',
    },
    { name: 'output', short: 'o', value: 'FILE', description: 'the file to write, or a folder' },
    { name: 'force', description: 'overwrites the file' },
    { name: 'list', description: 'lists the templates, or the keys of the one named' },
  ],
  run: async (args, terminal) => {
    const [id, ...more] = args.positionals;
    if (more.length > 0)
      throw new UsageError(
        'One template at a time: readout new TEMPLATE. Answers are given as --set KEY=VALUE.',
      );
    if (args.has('list')) {
      const context = contextFor(args, terminal);
      const template = id === undefined ? undefined : known(id, context.settings);
      await terminal.out(template ? listKeys(template, context) : listTemplates(context.settings));
      return EXIT.ok;
    }
    // Whatever can be wrong is said before anybody is asked anything.
    const given = answersGiven(args.values('set'));
    const context = contextFor(args, terminal);
    let template = id === undefined ? undefined : known(id, context.settings);
    if (template) refuse(template, given, context.settings);
    const prompter = terminal.prompter?.();
    let answers: Readonly<Record<string, string>> | undefined;
    try {
      template ??= await whichTemplate(prompter, context.settings);
      if (template) {
        refuse(template, given, context.settings);
        answers = await complete(template, given, context, prompter, terminal);
      }
    } finally {
      prompter?.close();
    }
    if (!template || !answers || terminal.interrupted.aborted) {
      terminal.err('\nreadout: Nothing was written.\n');
      return EXIT.interrupted;
    }
    const made = createReadout(template, answers, context);
    const output = args.value('output');
    if (output === undefined) {
      await terminal.out(made.text);
      return EXIT.ok;
    }
    const path = targetOf(output, made.fileName, terminal);
    write(path, made.text, args.has('force'), terminal);
    terminal.err(`Written: ${shown(path, terminal.cwd)}\n`);
    return EXIT.ok;
  },
};

function known(id: string, settings: Settings): Template {
  const template = templateIn(settings, id);
  if (template) return template;
  const meant = nearest(
    id,
    templatesIn(settings).map((each) => each.id),
  );
  throw new UsageError(
    `There is no template “${id}”.${meant ? ` Did you mean “${meant}”?` : ''} “readout new --list” lists them.`,
  );
}

function listTemplates(settings: Settings): string {
  const templates = templatesIn(settings);
  const width = Math.max(...templates.map(({ id }) => id.length));
  return templates.map(({ id, description }) => `${id.padEnd(width)}  ${description}\n`).join('');
}

function listKeys(template: Template, context: NewReadoutContext): string {
  const all = questionsOf(template, [], context, 'all');
  const width = Math.max(...all.map(({ key }) => key.length));
  return all
    .map(({ key, description, example }) => `${key.padEnd(width)}  ${description} Example: ${example}\n`)
    .join('');
}

function answersGiven(settings: readonly string[]): Readonly<Record<string, string>> {
  const answers = new Map<string, string>();
  for (const written of settings) {
    const equals = written.indexOf('=');
    if (equals < 1)
      throw new UsageError(`“${written}” is no answer: write --set KEY=VALUE, as in --set country=Norland.`);
    const key = written.slice(0, equals).trim();
    if (answers.has(key)) throw new UsageError(`“${key}” was set twice; it takes one value.`);
    answers.set(key, written.slice(equals + 1));
  }
  return Object.fromEntries(answers);
}

/** What a statement is made in, and where those before it stand. */
interface Context extends NewReadoutContext {
  /** Of the settings file, or the one that the command was called in. Absolute, with forward slashes. */
  readonly folder: string;
}

/** Settings of the place where the file will stand. */
function contextFor(args: ParsedArguments, terminal: Terminal): Context {
  const output = args.value('output');
  const files = new SettingsFiles();
  const path = output === undefined ? terminal.cwd : resolve(terminal.cwd, output);
  const isFolder = output === undefined || namesFolder(output, path);
  const { settings, problems, root } = isFolder ? files.forFolder(path) : files.forFile(path);
  const problem = problems.find(({ finding }) => finding.severity === 'error');
  if (problem) throw new UsageError(`${shown(problem.file, terminal.cwd)}: ${problem.finding.message}`);
  return { settings, now: Date.now(), folder: (root ?? terminal.cwd).replaceAll('\\', '/') };
}

function refuse(template: Template, answers: Readonly<Record<string, string>>, settings: Settings): void {
  const problems = answerProblems(template, answers, settings);
  if (problems.length > 0) throw new UsageError(problems.map(({ message }) => message).join('\n'));
}

async function whichTemplate(
  prompter: Prompter | undefined,
  settings: Settings,
): Promise<Template | undefined> {
  if (!prompter)
    throw new UsageError('Name a template: readout new TEMPLATE. “readout new --list” lists them.');
  const templates = templatesIn(settings);
  let question = `${templates.map(({ id, title }, index) => `${String(index + 1).padStart(4)}  ${title} (${id})\n`).join('')}Kind of statement: `;
  for (;;) {
    const answer = await prompter.ask(question);
    if (answer === undefined) return undefined;
    const template =
      templateIn(settings, answer) ?? (/^\d+$/.test(answer) ? templates[Number(answer) - 1] : undefined);
    if (template) return template;
    question = `Type a number from 1 to ${templates.length} or a name from the list: `;
  }
}

/** Answers for all that headline and lead need; undefined if the user left. @throws UsageError if nobody can be asked. */
async function complete(
  template: Template,
  given: Readonly<Record<string, string>>,
  context: Context,
  prompter: Prompter | undefined,
  terminal: Terminal,
): Promise<Readonly<Record<string, string>> | undefined> {
  const isOpen = ({ key }: NewReadoutQuestion): boolean => !given[key]?.trim();
  const open = questionsOf(template, [], context).filter(isOpen);
  if (!prompter) {
    const missing = open.filter((question) => question.default === undefined);
    if (missing.length === 0) return given;
    const lines = missing.map(
      ({ key, description, example }) => `  --set ${key}="…"  ${description} Example: ${example}`,
    );
    throw new UsageError(
      `This is missing, and there is no terminal to ask at; give it with --set:\n${lines.join('\n')}`,
    );
  }
  const answers: Record<string, string> = { ...given };
  const implied = new Map<string, string>();
  // Only where somebody is asked is it worth reading earlier statements.
  const people = open.some(({ type }) => type === 'person' || type === 'country')
    ? await peopleIn(context.folder, NODE_HOST)
    : [];
  for (const question of questionsOf(template, people, context).filter(isOpen)) {
    const answer = await askFor(question, implied, context.settings, prompter, terminal);
    if (answer === undefined) return undefined;
    answers[question.key] = answer;
  }
  return answers;
}

async function askFor(
  { key, label, description, example, offers, ...question }: NewReadoutQuestion,
  implied: Map<string, string>,
  settings: Settings,
  prompter: Prompter,
  terminal: Terminal,
): Promise<string | undefined> {
  const usual = implied.get(key) ?? question.default;
  const listed = offers.slice(0, MOST_OFFERS);
  const rows = listed.map(
    ({ value, detail }, index) =>
      `${String(index + 1).padStart(4)}  ${value}${detail ? ` – ${detail}` : ''}\n`,
  );
  terminal.err(`\n${description} Example: ${example}\n${rows.join('')}`);
  for (;;) {
    const written = await prompter.ask(`${label}${usual === undefined ? '' : ` [${usual}]`}: `);
    if (written === undefined) return undefined;
    const chosen = /^\d$/.test(written) ? listed[Number(written) - 1] : undefined;
    const answer = chosen?.value ?? (written || usual);
    const problem = answer === undefined ? 'This one is needed.' : answerProblem(key, answer, settings);
    if (answer === undefined || problem !== undefined) {
      terminal.err(`${problem ?? ''} Ctrl-C leaves without writing.\n`);
      continue;
    }
    const offer = chosen ?? offers.find(({ value }) => value === answer);
    for (const [other, value] of Object.entries(offer?.with ?? {})) implied.set(other, value);
    return answer;
  }
}

function namesFolder(written: string, path: string): boolean {
  return /[\\/]$/.test(written) || (existsSync(path) && statSync(path).isDirectory());
}

function targetOf(output: string, fileName: string, terminal: Terminal): string {
  const path = resolve(terminal.cwd, output);
  return namesFolder(output, path) ? join(path, fileName) : path;
}

function write(path: string, text: string, force: boolean, terminal: Terminal): void {
  try {
    if (existsSync(path)) {
      if (!force) throw new WriteError('there is already a file of that name; --force overwrites it');
      replaceFile(path, readFileSync(path), text);
      return;
    }
    mkdirSync(dirname(path), { recursive: true });
    createFile(path, text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown(path, terminal.cwd)} was not written: ${why}.`);
  }
}
