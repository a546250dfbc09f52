/** The program `readout`. */
import { fileURLToPath } from 'node:url';
import { work, workerPlan } from './cli/jobs.ts';
import { main } from './cli/main.ts';
import { processTerminal } from './cli/terminal.ts';

const plan = workerPlan();
if (plan) work(plan);
else process.exitCode = await main(process.argv.slice(2), processTerminal(fileURLToPath(import.meta.url)));
