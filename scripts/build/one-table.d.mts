import type { Plugin } from 'esbuild';

export const ONE_TABLE_OF_REFERENCES: Plugin;
