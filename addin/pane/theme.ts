/** Light or dark: as the spreadsheet program is, else as the reader has set the machine. */

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
