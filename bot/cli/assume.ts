/** `--assume field=value`: what holds for every row of a file that lacks the column. */
import { WrongCall } from './door.ts';

/** @throws WrongCall where a text is no pair */
export function assumed(stated: readonly string[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(
    stated.map((each) => {
      const at = each.indexOf('=');
      if (at < 1)
        throw new WrongCall({ zh: `--assume 应写作 字段=内容：${each}`, en: `--assume takes field=value: ${each}` });
      return [each.slice(0, at), each.slice(at + 1)];
    }),
  );
}
