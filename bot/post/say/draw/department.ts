/** A department is told that its tasks were drawn: how many visits, never which. */
import type { Words } from '../../../../core/words.ts';
import { span } from '../../../say/time.ts';
import type { DrawFigures } from '../../../verbs/draw/figures.ts';
import type { Said } from '../../post.ts';
import type { Present } from './present.ts';
import { both, ceremonyWords } from './words.ts';

/** Null where the department goes to no door. */
export function sayDepartment(present: Present, figures: DrawFigures, department: string, site: string): Said | null {
  const own = figures.departments.find((each) => each.department === department);
  const { no, state, manifest } = present;
  const title = ceremonyWords(no);
  if (own === undefined) {
    const words = both(
      `${title.zh}完成，本单位没有抽中的检查。`,
      `${title.en} is drawn; no visit falls to your department.`,
    );
    return { summary: words, parts: [{ kind: 'text', words }] };
  }
  if (state.stage === 'annulled' || state.stage === 'ready') {
    const words =
      state.stage === 'annulled'
        ? both(
            `${title.zh}已依${state.ended?.reason ?? ''}撤销，请勿据以检查。`,
            `${title.en} was annulled by ${state.ended?.reason ?? ''}; do not inspect on its ground.`,
          )
        : both(
            `${title.zh}的公共数已更正，结果待重新开签，请暂勿据原结果检查。`,
            `${title.en}: the public number was corrected; wait for the new result.`,
          );
    return { summary: words, parts: [{ kind: 'text', words }] };
  }
  const window = span(manifest.window);
  const words = both(
    `${title.zh}完成：本单位须检查 ${own.visits} 户次，${window.zh}实施${openWords(own.open).zh}。`,
    `${title.en} is drawn: ${own.visits} visits for your department, ${window.en}${openWords(own.open).en}.`,
  );
  return {
    summary: words,
    parts: [
      { kind: 'text', words },
      ...(own.tasks.length === 0 ? [] : [{ kind: 'list' as const, items: own.tasks.map((name) => both(name, name)) }]),
      {
        kind: 'link',
        words: both('查看名单（须有查看权限）', 'The list (for those entitled)'),
        url: `${site}/lists/${no}`,
      },
    ],
  };
}

const openWords = (open: number): Words =>
  open === 0
    ? both('', '')
    : both(`，检查人员岗位空缺 ${open} 个，另行补抽`, `; ${open} posts are open and drawn later`);
