/** Telephones for complaints, once somebody has published them: in the foot of every public page (万年 2022 四(五)). */
import { createMiddleware } from 'hono/factory';
import { dayOf } from '../../today.ts';
import { mattersForPublic } from '../../verbs/public/matters.ts';
import type { Web } from '../answer.ts';
import type { PublicDeps } from '../draws.ts';

export const withTelephones = ({ db, now }: PublicDeps) =>
  createMiddleware<Web>(async (c, next) => {
    const published = (await mattersForPublic(db, dayOf(now()))).filter(({ what }) => what === 'complaint-telephone');
    c.set(
      'telephones',
      published.map(({ departmentName, title, number }) => ({
        department: departmentName,
        number: `${title} ${number}`.trim(),
      })),
    );
    await next();
  });
