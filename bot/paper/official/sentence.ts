/** What somebody typed, as a sentence of a paper: one full stop at its end, whether he put one there or not. */
export function sentence(text: string): string {
  const said = text.trimEnd();
  return /[！？!?]$/.test(said) ? said : `${said.replace(/[。．；;，,、\s]+$/u, '')}。`;
}

/** Words that somebody ended himself, within a sentence of a paper: 警告。。 and 已责令改正。； have one mark. */
export const oneMark = (text: string): string => text.replace(/。+(?=[。；，])/gu, '');
