/** Threads that work while somebody types. Node alone. */
import { setPriority } from 'node:os';

/** On Linux a thread has a priority of its own; elsewhere it would be the process's. */
const NICE = 5;

/** Lets other threads go first, where the system can do that. */
export function lowerPriority(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, NICE);
  } catch {
    // Not allowed: then we are only as polite as the others.
  }
}
