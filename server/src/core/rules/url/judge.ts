/** Whether an address is well formed: the one judgement that the other rules on addresses wait for. */
import type { Settings } from '../../config/settings.ts';
import { scalarField } from '../../document/facts.ts';
import type { Field } from '../../document/frontmatter.ts';
import type { WitnessContext } from '../date/witness.ts';
import { fieldsOfFormat, formatOf, isWrongKind, quoted, schemaOf } from '../fields.ts';
import {
  type Address,
  isAllowedHost,
  LONGEST_ADDRESS,
  type PathParts,
  readAddress,
  readPath,
} from './address.ts';

/** What is wrong with an address. Offsets count in its text. */
export interface AddressProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** The address as it was likely meant. */
  readonly mended: { readonly text: string; readonly safe: boolean } | undefined;
}

/** Blanks of every kind, control characters, and what cannot be seen. */
const INVISIBLE = /[\s\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202f\u2060\ufeff]+/g;
const FORBIDDEN =
  /["<>\\^`{|}]|%(?![0-9A-Fa-f]{2})|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** `http//`, `https:/`, `https;//`, `https:www`, `https:///`, `https://https://`. */
const BROKEN_START = /^h?t{1,3}ps?(?:(?:[:;.,]?[/\\]{1,4})|[:;]+)(?:https?:[/\\]*)?/i;
const HOST =
  /^(?=.{1,253}$)(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?)+$/u;

/** The first thing wrong with the form of an address, or undefined. */
export function judgeAddress(text: string, settings: Settings): AddressProblem | undefined {
  const problem = (
    start: number,
    end: number,
    message: string,
    mended?: string,
    safe = false,
  ): AddressProblem => ({
    start,
    end,
    message,
    mended: mended === undefined || mended === text ? undefined : { text: mended, safe },
  });
  if (text.length > LONGEST_ADDRESS)
    return problem(0, text.length, `The address is ${text.length} characters long. Paste the address alone.`);
  const invisible = [...text.matchAll(INVISIBLE)];
  const first = invisible[0];
  if (first) {
    const trimmed = text.replace(INVISIBLE, '');
    const isAtEnd = invisible.every(({ index, 0: gap }) => index === 0 || index + gap.length === text.length);
    // A character that is not seen was never meant; a blank may have stood for a hyphen.
    const isUnseen = invisible.every(({ 0: gap }) => !/[ \t\xa0]/.test(gap));
    const isSure = (isAtEnd || isUnseen) && hasHouseShape(trimmed, settings);
    return problem(
      first.index,
      first.index + first[0].length,
      isUnseen
        ? 'The address holds a character that cannot be seen. Remove it.'
        : 'The address holds a blank. Addresses have none; remove it, or paste the address again.',
      trimmed,
      isSure,
    );
  }
  const wrapped = /^(?:<|\[[^[\]]{0,200}\]\()(https?:\/\/[^<>()[\]]+)[>)]$/i.exec(text)?.[1];
  if (wrapped !== undefined)
    return problem(
      0,
      text.length,
      'The address stands in the brackets of a Markdown link. Write it alone.',
      wrapped,
      hasHouseShape(wrapped, settings),
    );
  const withoutScheme = startProblem(text, settings, problem);
  if (withoutScheme) return withoutScheme;
  const address = readAddress(text);
  // Another scheme (`mailto:`) is for the rule on schemes.
  if (!address) return undefined;
  if (!/^https?$/i.test(address.scheme.text)) return undefined;
  const { host, path } = address;
  if (!HOST.test(host.text) && !/^\[[0-9A-Fa-f:.]+\]$/.test(host.text)) {
    const trimmed = host.text
      .replace(/^[.]+|[.]+$/g, '')
      .replace(/\.{2,}/g, '.')
      .replaceAll(',', '.');
    const mended = `${text.slice(0, host.start)}${trimmed}${text.slice(host.end)}`;
    const isSure = HOST.test(trimmed) && settings.url.hosts.length > 0 && isAllowedHost(trimmed, settings);
    return problem(
      host.start,
      Math.max(host.end, host.start + 1),
      host.text === '' ? 'The address names no host.' : `${quoted(host.text)} is no host name.`,
      HOST.test(trimmed) ? mended : undefined,
      isSure,
    );
  }
  const forbidden = FORBIDDEN.exec(text);
  if (forbidden) {
    const without = text.replace(/["<>]/g, '');
    return problem(
      forbidden.index,
      forbidden.index + 1,
      forbidden[0] === '%'
        ? 'A percent sign must be followed by two digits or letters from a to f, such as %20.'
        : `${quoted(forbidden[0])} must not stand in an address.`,
      judgeAddress(without, settings) === undefined ? without : undefined,
    );
  }
  const double = /\/{2,}/.exec(path.text);
  if (double) {
    const mended = `${text.slice(0, path.start)}${path.text.replace(/\/{2,}/g, '/')}${text.slice(path.end)}`;
    return problem(
      path.start + double.index,
      path.start + double.index + double[0].length,
      'Two slashes stand in a row. One parts the steps of a path.',
      mended,
      hasHouseShape(mended, settings),
    );
  }
  const tail = /[.,;:!'’”)\]]+$/.exec(text);
  if (tail && !address.query && !address.fragment) {
    const mended = text.slice(0, tail.index);
    return problem(
      tail.index,
      text.length,
      `The address ends with ${quoted(tail[0])}, left from the sentence it was copied out of.`,
      mended,
      mended.endsWith('/') && hasHouseShape(mended, settings),
    );
  }
  return undefined;
}

type Report = (
  start: number,
  end: number,
  message: string,
  mended?: string,
  safe?: boolean,
) => AddressProblem;

/** An address whose beginning is not `scheme://`. */
function startProblem(text: string, settings: Settings, problem: Report): AddressProblem | undefined {
  if (/^https?:\/\/(?!\/|https?:)/i.test(text)) return undefined;
  const broken = BROKEN_START.exec(text);
  if (broken && broken[0].length < text.length) {
    const mended = `https://${text.slice(broken[0].length)}`;
    const isSure = isHouse(mended, settings);
    return problem(
      0,
      broken[0].length,
      `The address begins with “${broken[0]}”. Write “https://”.`,
      mended,
      isSure,
    );
  }
  if (text.startsWith('//')) {
    const mended = `https:${text}`;
    return problem(0, 2, 'The address has no https: in front.', mended, isHouse(mended, settings));
  }
  if (text.startsWith('/')) {
    const hosts = settings.url.hosts.filter((host) => !host.includes('*'));
    return problem(
      0,
      text.length,
      'This is only the path of an address. Write it whole, from https:// on.',
      hosts[0] === undefined ? undefined : `https://${hosts[0]}${text}`,
    );
  }
  if (/^[A-Za-z][A-Za-z0-9+.-]*:(?!\d)/.test(text)) return undefined;
  const mended = `https://${text}`;
  const isHost = HOST.test(/^[^/?#:]*/.exec(text)?.[0] ?? '');
  return problem(
    0,
    text.length,
    'This is no complete address: “https://” is missing in front.',
    isHost ? mended : undefined,
    isHost && isHouse(mended, settings),
  );
}

/** Whether an address lies on one of the house's named hosts. */
function isHouse(text: string, settings: Settings): boolean {
  const address = readAddress(text);
  return address !== undefined && settings.url.hosts.length > 0 && isAllowedHost(address.host.text, settings);
}

/** The same, and its path has one of the house's shapes. */
function hasHouseShape(text: string, settings: Settings): boolean {
  const address = readAddress(text);
  return address !== undefined && isHouse(text, settings) && readPath(address.path, settings) !== undefined;
}

/** A field that holds an address in good form. */
export interface SoundAddress {
  readonly field: Field;
  readonly address: Address;
}

/** The addresses of a frontmatter that are in good form and of the web; what is wrong with others is reported elsewhere. */
export function* soundAddresses(context: WitnessContext): Iterable<SoundAddress> {
  const { readout, settings } = context;
  for (const field of fieldsOfFormat(readout.frontmatter, settings, 'url')) {
    const address = soundAddress(field.value.text, settings);
    if (address) yield { field, address };
  }
}

function soundAddress(text: string, settings: Settings): Address | undefined {
  if (judgeAddress(text, settings)) return undefined;
  const address = readAddress(text);
  return address && /^https?$/i.test(address.scheme.text) ? address : undefined;
}

/** `source_url` in good form, on an allowed host, with its path read by the house's shapes (if it has one of them). */
export function publishedAddress(
  context: WitnessContext,
): (SoundAddress & { readonly parts: PathParts | undefined }) | undefined {
  const { readout, settings } = context;
  const field = scalarField(readout.frontmatter, 'source_url');
  if (!field || isWrongKind(field, formatOf(schemaOf(settings, 'source_url')))) return undefined;
  const address = soundAddress(field.value.text, settings);
  if (!address) return undefined;
  return { field, address, parts: readPath(address.path, settings) };
}
