/**
 * What an editor inserts for a snippet before anybody types: a second, independent reading of the syntax (LSP 3.17,
 * “Snippet Syntax”), so that tests do not trust the code that writes snippets.
 */
export function expandSnippet(snippet: string, variables: Readonly<Record<string, string>>): string {
  const defaults = new Map<string, string>();
  const render = (): string => {
    let at = 0;
    const text = (stops: string): string => {
      let out = '';
      while (at < snippet.length && !stops.includes(snippet.charAt(at))) {
        const unit = snippet.charAt(at);
        if (unit === '\\' && '\\$}|,'.includes(snippet.charAt(at + 1))) {
          out += snippet.charAt(at + 1);
          at += 2;
        } else if (unit === '$') out += dollar();
        else {
          out += unit;
          at++;
        }
      }
      return out;
    };
    const take = (pattern: RegExp): string => {
      const match = new RegExp(pattern.source, 'y');
      match.lastIndex = at;
      const found = match.exec(snippet)?.[0];
      if (found === undefined) throw new Error(`Snippet syntax at ${at}: ${snippet.slice(at, at + 30)}`);
      at += found.length;
      return found;
    };
    const dollar = (): string => {
      at++;
      if (snippet.charAt(at) !== '{') {
        const name = take(/\d+|[A-Z_]+/);
        return /\d/.test(name) ? (defaults.get(name) ?? '') : (variables[name] ?? '');
      }
      at++;
      const name = take(/\d+/);
      const next = snippet.charAt(at);
      at++;
      if (next === '}') return defaults.get(name) ?? '';
      if (next === '/') {
        const pattern = take(/[^/]*/);
        at++;
        const format = take(/(?:\$\{[^}]*\}|[^/])*/);
        at++;
        const flags = take(/[a-z]*/);
        at++;
        return (defaults.get(name) ?? '').replace(new RegExp(pattern, flags), (...groups: unknown[]) =>
          format
            .replace(/\$\{(\d+):\/downcase\}/g, (_, group: string) =>
              String(groups[Number(group)] ?? '').toLowerCase(),
            )
            .replace(/\$\{(\d+):\+([^}]*)\}/g, (_, group: string, then: string) =>
              groups[Number(group)] ? then : '',
            )
            .replace(/\$(\d)/g, (_, group: string) => String(groups[Number(group)] ?? '')),
        );
      }
      const value = next === '|' ? text(',|') : text('}');
      if (next === '|') take(/(?:\\.|[^|\\])*\|\}/);
      else at++;
      defaults.set(name, value);
      return value;
    };
    return text('');
  };
  // Twice: a stop may be mirrored before the place that holds its default.
  render();
  return render();
}
