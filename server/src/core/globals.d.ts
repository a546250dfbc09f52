/**
 * The only globals beyond ECMAScript that the core may use: both Node and a web worker have them, and they touch
 * nothing outside. Anything else (process, console, fetch, timers) is a compile error here.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly host: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly href: string;
}
