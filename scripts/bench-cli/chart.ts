/** A line chart as SVG, for documentation: readable in light and dark, without colours, and by a screen reader. */

/** One line of a chart. */
export interface Series {
  readonly name: string;
  /** Ascending in x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** One diagram of a picture. */
export interface Panel {
  readonly title: string;
  /** What y counts, such as `s`. */
  readonly unit: string;
  readonly series: readonly Series[];
  /** A level not to be passed, with its name. */
  readonly limit?: { readonly y: number; readonly name: string };
}

const WIDTH = 400;
const HEIGHT = 300;
const LEFT = 52;
const RIGHT = 24;
const TOP = 44;
const BOTTOM = 46;
const LEGEND = 20;

/** Markers tell the lines apart without colours. */
const MARKERS: readonly ((x: number, y: number) => string)[] = [
  (x, y) => `<circle cx="${x}" cy="${y}" r="4"/>`,
  (x, y) => `<rect x="${x - 4}" y="${y - 4}" width="8" height="8"/>`,
  (x, y) => `<path d="M${x} ${y - 5}l5 9h-10z"/>`,
  (x, y) => `<path d="M${x} ${y - 5}l5 5l-5 5l-5 -5z"/>`,
];
const DASHES = ['none', '7 3', '2 3', '9 3 2 3'] as const;

/**
 * Panels side by side, with one legend. Both axes begin at zero and are linear, so that what grows evenly is straight.
 * @param xName what x counts.
 */
export function chart(title: string, description: string, xName: string, panels: readonly Panel[]): string {
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const width = WIDTH * panels.length;
  const height = HEIGHT + LEGEND * names.length + 12;
  const drawn = panels.map((panel, index) => draw(panel, index * WIDTH, xName, names));
  const legend = names.map((name, index) => {
    const y = HEIGHT + LEGEND * index + 12;
    return `<g class="s${index}"><path class="line" d="M${LEFT} ${y}h36"/>${marker(index, LEFT + 18, y)}</g><text x="${LEFT + 46}" y="${y + 4}">${escaped(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
text { font: 12px system-ui, sans-serif; fill: #24292f; }
.heading { font-weight: 600; font-size: 13px; }
.background { fill: #ffffff; }
.grid { stroke: #d0d7de; }
.limit { stroke: #57606a; stroke-dasharray: 4 4; }
.line { fill: none; stroke-width: 2; }
${styles(['#0550ae', '#953800', '#116329', '#8250df'])}
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.background { fill: #0d1117; }
.grid { stroke: #30363d; }
.limit { stroke: #9198a1; }
${styles(['#79c0ff', '#ffa657', '#7ee787', '#d2a8ff'])}
}
</style>
<rect class="background" width="${width}" height="${height}"/>
${drawn.join('\n')}
${legend.join('\n')}
</svg>
`;
}

function styles(colours: readonly string[]): string {
  return colours
    .map(
      (colour, index) =>
        `.s${index} { stroke: ${colour}; fill: ${colour}; } .s${index} .line { stroke-dasharray: ${DASHES[index]}; }`,
    )
    .join('\n');
}

function draw(
  { title, unit, series, limit }: Panel,
  left: number,
  xName: string,
  names: readonly string[],
): string {
  const points = series.flatMap((each) => each.points);
  const mostX = Math.max(...points.map(({ x }) => x));
  const step = niceStep(Math.max(limit?.y ?? 0, ...points.map(({ y }) => y)));
  const steps = Math.ceil(Math.max(limit?.y ?? 0, ...points.map(({ y }) => y)) / step);
  const mostY = steps * step;
  const atX = (x: number): number => round(left + LEFT + (x / mostX) * (WIDTH - LEFT - RIGHT));
  const atY = (y: number): number => round(HEIGHT - BOTTOM - (y / mostY) * (HEIGHT - TOP - BOTTOM));
  const grid = Array.from({ length: steps + 1 }, (_, index) => {
    const y = atY(index * step);
    return `<path class="grid" d="M${atX(0)} ${y}H${atX(mostX)}"/><text x="${left + LEFT - 6}" y="${y + 4}" text-anchor="end">${(index * step).toLocaleString('en-US')}</text>`;
  });
  const ticks = [...new Set(points.map(({ x }) => x))].map(
    (x) =>
      `<text x="${atX(x)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${x.toLocaleString('en-US')}</text>`,
  );
  const lines = series.map((each) => {
    const index = names.indexOf(each.name);
    const path = each.points.map(({ x, y }) => `${atX(x)} ${atY(y)}`).join('L');
    const marks = each.points.map(({ x, y }) => marker(index, atX(x), atY(y))).join('');
    return `<g class="s${index}"><path class="line" d="M${path}"/>${marks}</g>`;
  });
  const level = limit
    ? `<path class="limit" d="M${atX(0)} ${atY(limit.y)}H${atX(mostX)}"/><text x="${atX(0) + 4}" y="${atY(limit.y) - 6}">${escaped(limit.name)}</text>`
    : '';
  return `<g><text class="heading" x="${left + LEFT}" y="22">${escaped(title)} (${escaped(unit)})</text>
${grid.join('\n')}
${ticks.join('')}
<text x="${atX(mostX / 2)}" y="${HEIGHT - BOTTOM + 36}" text-anchor="middle">${escaped(xName)}</text>
${level}
${lines.join('\n')}</g>`;
}

function marker(index: number, x: number, y: number): string {
  return (MARKERS[index % MARKERS.length] as (x: number, y: number) => string)(x, y);
}

/** A step of 1, 2 or 5 times a power of ten that makes three to seven of them. */
function niceStep(most: number): number {
  const rough = most / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
