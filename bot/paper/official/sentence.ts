/** What somebody typed, as a sentence of a paper: one full stop at its end, whether he put one there or not. */
export function sentence(text: string): string {
  const said = text.trimEnd();
  return /[！？!?]$/.test(said) ? said : `${said.replace(/[。．；;，,、\s]+$/u, '')}。`;
}
