/** Every built-in template, in the order in which lists show them. A template that is not here does not exist. */
import type { Settings, TemplateFile } from '../config/settings.ts';
import { derive } from '../document/derive.ts';
import { readTemplate } from './read-template.ts';
import { bilateralMeeting } from './statements/bilateral-meeting.ts';
import { call } from './statements/call.ts';
import { condolence } from './statements/condolence.ts';
import { congratulation } from './statements/congratulation.ts';
import { eventStatement } from './statements/event-statement.ts';
import { frontmatter } from './statements/frontmatter.ts';
import { jointStatement } from './statements/joint-statement.ts';
import { multilateralMeeting } from './statements/multilateral-meeting.ts';
import { officialsMeeting } from './statements/officials-meeting.ts';
import { pullAside } from './statements/pull-aside.ts';
import { travel } from './statements/travel.ts';
import { trilateralMeeting } from './statements/trilateral-meeting.ts';
import { virtualMeeting } from './statements/virtual-meeting.ts';
import { visit } from './statements/visit.ts';
import type { Template } from './template.ts';

export const TEMPLATES: readonly Template[] = [
  call,
  bilateralMeeting,
  trilateralMeeting,
  multilateralMeeting,
  pullAside,
  virtualMeeting,
  officialsMeeting,
  visit,
  travel,
  jointStatement,
  condolence,
  congratulation,
  eventStatement,
  frontmatter,
];

/** The templates of a house: its own first, then ours, each in the place of ours with the same id. */
export function templatesIn(settings: Settings): readonly Template[] {
  return merged(settings.templateFiles);
}

/** The template with an id, if the house has one. */
export function templateIn(settings: Settings, id: string): Template | undefined {
  return templatesIn(settings).find((template) => template.id === id);
}

/** One of ours by its id, if there is one. */
export function templateOf(id: string): Template | undefined {
  return byId.get(id);
}

const byId = new Map(TEMPLATES.map((template) => [template.id, template]));

const merged = derive((files: readonly TemplateFile[]): readonly Template[] => {
  const own = new Map(files.map((file) => [file.id, readTemplate(file).template]));
  return [
    ...[...own.values()].filter(({ id }) => !byId.has(id)),
    ...TEMPLATES.map((template) => own.get(template.id) ?? template),
  ];
});
