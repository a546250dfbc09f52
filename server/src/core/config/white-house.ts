/** The built-in `white-house` profile: today's facts about the archive of the White House's statements. */
import { EMPTY_GLOSSARY, type Settings } from './settings.ts';

/** Settings in force where a workspace says nothing else. */
export const WHITE_HOUSE: Settings = {
  include: [],
  exclude: ['**/node_modules/**', '**/.git/**', '**/.readout/**'],
  timeZone: 'America/New_York',
  currency: 'USD',
  fiscalYearStart: 10,
  frontmatter: {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['date', 'published_time', 'source_url', 'tags', 'title'],
    properties: {
      date: {
        type: 'string',
        format: 'date',
        description:
          'The day of publication in the office’s time zone, as `YYYY-MM-DD`. The file name begins with it.',
        examples: ['2023-11-17'],
      },
      modified_time: {
        type: 'string',
        format: 'timestamp',
        description:
          'When the published text was last changed: `YYYY-MM-DD HH:MM:SS±HH:MM`. Left out if it never was.',
        examples: ['2023-11-17 17:33:24-05:00'],
      },
      published_time: {
        type: 'string',
        format: 'timestamp',
        description:
          'When the statement was first published: `YYYY-MM-DD HH:MM:SS±HH:MM`, with the office’s offset on that day.',
        examples: ['2023-11-17 17:33:23-05:00'],
      },
      source_url: {
        type: 'string',
        format: 'uri',
        description: 'The absolute `https` address under which the statement is published.',
        examples: ['https://www.whitehouse.gov/briefings-statements/2025/02/title-of-the-statement/'],
      },
      tags: {
        type: ['string', 'array'],
        items: { type: 'string' },
        description: 'The section of the site that the statement belongs to, from the house’s vocabulary.',
        examples: ['statements-releases'],
      },
      title: {
        type: 'string',
        minLength: 1,
        description: 'The headline as published.',
        examples: ['Readout of the President’s Call with the Prime Minister'],
      },
      status: {
        type: 'string',
        enum: ['draft', 'cleared', 'released'],
        description:
          'How far the statement has come: `draft`, `cleared` (it may go out) or `released`. `readout check --release` refuses drafts.',
        examples: ['draft'],
      },
      embargo_until: {
        type: 'string',
        format: 'timestamp',
        description:
          'The moment before which the statement must not be published: `YYYY-MM-DD HH:MM:SS±HH:MM`. Left out if there is no embargo.',
        examples: ['2023-11-17 18:00:00-05:00'],
      },
      clearance: {
        type: 'object',
        description:
          'Who cleared the statement, on which day, and the names, figures, dates and quotations it held. Written by *Readout: Record Clearance* or `readout clear`; what has changed since is marked.',
        properties: {
          by: { type: 'string', description: 'Who cleared it.' },
          day: { type: 'string', format: 'date', description: 'The day, as `YYYY-MM-DD`.' },
          names: { type: 'array', items: { type: 'string' } },
          figures: { type: 'array', items: { type: 'string' } },
          dates: { type: 'array', items: { type: 'string' } },
          quotations: { type: 'array', items: { type: 'string' } },
        },
      },
    },
    additionalProperties: false,
  },
  url: {
    hosts: ['www.whitehouse.gov', '*whitehouse.archives.gov'],
    paths: ['/{tag}/{yyyy}/{mm}/{slug}/', '/briefing-room/{tag}/{yyyy}/{mm}/{dd}/{slug}/'],
  },
  tags: [
    {
      name: 'articles',
      description: 'Articles written for the site: features and commentary of the press office.',
    },
    { name: 'blog', description: 'Posts of the White House blog.' },
    {
      name: 'briefings-statements',
      description: 'Statements, readouts and messages of the President (from 2025).',
    },
    { name: 'disclosures', description: 'Disclosures: ethics waivers, visitor logs, reports on staff.' },
    { name: 'fact-sheets', description: 'Fact sheets that explain an order, a law or a programme.' },
    {
      name: 'legislation',
      description: 'Bills signed, vetoed or returned; statements of administration policy.',
    },
    {
      name: 'presidential-actions',
      description: 'Executive orders, proclamations, memoranda, nominations, messages to Congress.',
    },
    { name: 'press-briefings', description: 'Transcripts of press briefings and gaggles.' },
    { name: 'releases', description: 'Press releases (from 2025).' },
    { name: 'remarks', description: 'Remarks as delivered (from 2025).' },
    {
      name: 'research',
      description: 'Reports and analyses of the Council of Economic Advisers and other offices.',
    },
    { name: 'speeches-remarks', description: 'Speeches and remarks as delivered (until January 2025).' },
    {
      name: 'statements-releases',
      description: 'Statements, readouts, joint statements and releases (until January 2025).',
    },
    { name: 'uncategorized', description: 'What fits no other section.' },
  ],
  fileName: '{date}-{slug}.md',
  glossary: EMPTY_GLOSSARY,
  format: { width: 'off', sentenceSpacing: 'keep', keyOrder: 'schema' },
  // 8,488 of 10,067 published documents have curly apostrophes, 14 straight ones.
  paste: { quotes: 'curly' },
  pressText: { width: 72 },
  rules: {},
  markdownlint: {},
  templates: undefined,
  templateFiles: [],
};
