/** A person by one character on a calm ground; the bot by its seal. */
export function Avatar({ name, bot, size = 36 }: { name: string; bot: boolean; size?: number }) {
  const style = { width: size, height: size, fontSize: size * (bot ? 0.36 : 0.46) };
  if (bot) {
    return (
      <span className="avatar seal" style={style} aria-hidden="true">
        明抽
      </span>
    );
  }
  const letter = [...name.replace(/^清漪县|^县/, '')][0] ?? '人';
  const hue = [...name].reduce((sum, each) => (sum * 31 + (each.codePointAt(0) ?? 0)) % 360, 7);
  return (
    <span className="avatar" style={{ ...style, background: `hsl(${hue} 26% 46%)` }} aria-hidden="true">
      {letter}
    </span>
  );
}
