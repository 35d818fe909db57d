/** Colours as Office.js takes them. */
import { invalid } from './trouble.ts';

const names: Readonly<Record<string, string>> = {
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  white: '#FFFFFF',
  black: '#000000',
  gray: '#808080',
};

/** #rgb, #rrggbb, or one of a few names. */
export const colorOf = (value: unknown): string => {
  if (typeof value !== 'string') throw invalid('颜色应为文本。');
  const text = value;
  const known = names[text.toLowerCase()] ?? text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(known);
  const full = short ? `#${short[1]}${short[1]}${short[2]}${short[2]}${short[3]}${short[3]}` : known;
  if (!/^#[0-9a-f]{6}$/i.test(full)) throw invalid(`颜色“${text}”无效。`);
  return full.toUpperCase();
};
