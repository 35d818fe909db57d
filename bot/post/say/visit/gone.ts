/** What stands in place of visits that cannot be shown any more: the draw was annulled. */
import { sentence } from '../../../message/message.ts';
import type { Refusal } from '../../../refusal.ts';
import type { Said } from '../../post.ts';

/** Null where there is nothing to take back. */
export const gone = (ceremony: number, { stage, why }: Refusal): Said | null =>
  stage === 'visit' && why.reason === 'annulled'
    ? sentence({
        zh: `第 ${ceremony} 次抽取已撤销，请勿据以检查。`,
        en: `Ceremony ${ceremony} was annulled; do not inspect on its ground.`,
      })
    : null;
