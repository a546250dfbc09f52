/** There is no VS Code to be had on this machine, or no browser to show it in; the message says what is missing. */
export class NoVscodeError extends Error {}
