/** `readout lsp`: the language server, for editors other than VS Code. */
import { pathToFileURL } from 'node:url';
import type { Command, EXIT } from './command.ts';

export const lspCommand: Command = {
  name: 'lsp',
  usage: '--stdio',
  summary: 'Starts the language server, for any editor that speaks the Language Server Protocol.',
  options: [
    { name: 'stdio', description: 'speak over standard input and output (the default)' },
    { name: 'node-ipc', description: 'speak over the channel of a Node parent process' },
    { name: 'socket', value: 'PORT', description: 'speak over a socket' },
    { name: 'pipe', value: 'NAME', description: 'speak over a named pipe' },
    { name: 'clientProcessId', value: 'PID', description: 'end when this process ends' },
  ],
  run: async (_args, terminal) => {
    const { runServer } = await import('../lsp/run.ts');
    runServer(pathToFileURL(terminal.entry));
    // The connection keeps the process alive and ends it; this command never ends by itself.
    return new Promise<typeof EXIT.ok>(() => undefined);
  },
};
