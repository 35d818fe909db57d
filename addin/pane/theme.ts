/** Light or dark: as the spreadsheet program is, else as the reader has set the machine. Letters are those of Chinese Windows first. */
import { type Theme, webDarkTheme, webLightTheme } from '@fluentui/react-components';

const fontFamilyBase =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
const light: Theme = { ...webLightTheme, fontFamilyBase };
const dark: Theme = { ...webDarkTheme, fontFamilyBase };

export const themeFor = (isDark: boolean): Theme => (isDark ? dark : light);

export interface Darkness {
  readonly dark: () => boolean;
  readonly onDark: (heard: () => void) => () => void;
}

/** @param program what the program around says; null where it says nothing */
export function darkness(program: boolean | null): Darkness {
  const machine = window.matchMedia('(prefers-color-scheme: dark)');
  return {
    dark: () => program ?? machine.matches,
    onDark(heard) {
      machine.addEventListener('change', heard);
      return () => machine.removeEventListener('change', heard);
    },
  };
}
