/** The picture of `npm run bench:index`: how costs grow with the number of documents. */
import type { SizeMeasurement } from '../bench-index.ts';

const WIDTH = 880;
const HEIGHT = 320;
const PANEL = { width: 250, height: 190, top: 70, gap: 40, left: 30 };

interface Line {
  readonly name: string;
  readonly colour: string;
  /** Marks tell lines apart without colour. */
  readonly mark: 'circle' | 'square';
  readonly values: readonly number[];
}

interface Panel {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}

const BLUE = '#0b5cad';
const ORANGE = '#b34700';

function panelsOf(all: readonly SizeMeasurement[]): readonly Panel[] {
  const query = (kind: string) => all.map(({ warm }) => warm.queries[kind]?.[2] ?? 0);
  return [
    {
      title: 'Processor time to build',
      unit: 's',
      lines: [
        { name: 'cold', colour: BLUE, mark: 'circle', values: all.map(({ cold }) => cold.processor / 1000) },
        {
          name: 'floor',
          colour: ORANGE,
          mark: 'square',
          values: all.map(({ floor }) => floor.processor / 1000),
        },
      ],
    },
    {
      title: 'Processor time, warm start',
      unit: 's',
      lines: [
        { name: 'warm', colour: BLUE, mark: 'circle', values: all.map(({ warm }) => warm.processor / 1000) },
      ],
    },
    {
      title: 'Queries, p95 of processor time',
      unit: 'ms',
      lines: [
        { name: 'symbols', colour: BLUE, mark: 'circle', values: query('workspace symbols') },
        { name: 'references', colour: ORANGE, mark: 'square', values: query('references') },
      ],
    },
  ];
}

const round = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

/** An upper end for an axis: 1, 2 or 5 times a power of ten. */
function axisEnd(largest: number): number {
  const power = 10 ** Math.floor(Math.log10(largest || 1));
  return [1, 2, 5, 10].map((factor) => factor * power).find((end) => end >= largest) ?? largest;
}

function drawPanel({ title, unit, lines }: Panel, left: number, sizes: readonly number[]): string {
  const { width, height, top } = PANEL;
  const inner = { left: left + 44, width: width - 60, bottom: top + height };
  const end = axisEnd(Math.max(...lines.flatMap(({ values }) => values)));
  const most = Math.max(...sizes);
  const x = (size: number): number => inner.left + (size / most) * inner.width;
  const y = (value: number): number => inner.bottom - (value / end) * height;
  const out = [`<text x="${left}" y="${top - 22}" class="title">${title} (${unit})</text>`];
  for (const share of [0, 0.5, 1]) {
    const at = y(end * share);
    out.push(
      `<line x1="${inner.left}" x2="${inner.left + inner.width}" y1="${at}" y2="${at}" class="grid"/>`,
      `<text x="${inner.left - 6}" y="${at + 4}" text-anchor="end">${Number((end * share).toPrecision(2))}</text>`,
    );
  }
  for (const size of sizes)
    out.push(
      `<text x="${x(size)}" y="${inner.bottom + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
    );
  lines.forEach(({ name, colour, mark, values }, index) => {
    const points = values.map((value, i) => [x(sizes[i] ?? 0), y(value)] as const);
    out.push(
      `<polyline points="${points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    );
    for (const [px, py] of points)
      out.push(
        mark === 'circle'
          ? `<circle cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4" fill="${colour}"/>`
          : `<rect x="${(px - 4).toFixed(1)}" y="${(py - 4).toFixed(1)}" width="8" height="8" fill="${colour}"/>`,
      );
    const legend = inner.left + 10;
    const at = top + 12 + index * 18;
    out.push(
      mark === 'circle'
        ? `<circle cx="${legend}" cy="${at - 4}" r="4" fill="${colour}"/>`
        : `<rect x="${legend - 4}" y="${at - 8}" width="8" height="8" fill="${colour}"/>`,
      `<text x="${legend + 10}" y="${at}">${name}</text>`,
    );
  });
  return out.join('\n');
}

/** The picture in words. */
function description(all: readonly SizeMeasurement[]): string {
  const sizes = all.map(({ size }) => size.toLocaleString('en')).join(', ');
  const told = panelsOf(all).map(
    ({ title, unit, lines }) =>
      `${title}: ${lines.map(({ name, values }) => `${name} ${values.map(round).join(', ')} ${unit}`).join('; ')}`,
  );
  return `Growth over ${sizes} documents. ${told.join('. ')}.`;
}

/** An SVG picture that says in words, too, what it shows. */
export function growthPicture(all: readonly SizeMeasurement[]): string {
  const sizes = all.map(({ size }) => size);
  const { left, width, gap } = PANEL;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title description">
<title id="title">What the index costs as the workspace grows</title>
<desc id="description">${description(all)}</desc>
<style>text{font:12px system-ui,sans-serif;fill:#222}.title{font-weight:600;font-size:13px}.grid{stroke:#ccc}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<text x="${left}" y="24" class="title">What the index costs as the workspace grows (across: documents)</text>
${panelsOf(all)
  .map((panel, index) => drawPanel(panel, left + index * (width + gap), sizes))
  .join('\n')}
</svg>
`;
}

growthPicture.description = description;
