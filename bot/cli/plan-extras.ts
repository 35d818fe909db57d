/**
 * What a plan sheet cannot say, from a JSON file beside it: by task number the fields of a task (officers and needs of each body,
 * experts, tags of the frame, number on the outside platform …), and what was said around the plan.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Task } from '../../core/plan/task.ts';
import { grounds, parties } from '../../core/policy/shape.ts';
import { subjectTypes } from '../../core/registry/subject.ts';
import type { Consulted } from '../verbs/plan/draft-plan.ts';
import { WrongCall } from './door.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const text = z.string().max(4000);
const texts = z.array(text);

const task = z
  .strictObject({
    kind: z.enum(['random', 'key', 'targeted', 'special']),
    directed: z.boolean(),
    bodies: z.array(
      z.strictObject({ department: text, items: texts, needs: texts, officers: z.number().int().min(1).max(50) }),
    ),
    section: text,
    responsible: text,
    frame: z.strictObject({ tags: texts, types: z.array(z.enum(subjectTypes)), places: texts }),
    scheme: text,
    professional: text,
    drawsPerYear: z.number().int().min(1).max(366),
    window: z.strictObject({ from: date, to: date }),
    due: date,
    publishWithin: z.number().int().min(1).max(366),
    method: z.enum(['on-site', 'desk', 'online']),
    experts: z.array(z.strictObject({ field: text, number: z.number().int().min(1).max(50) })),
    origin: z.enum(['own', 'city', 'province']),
    outside: z.strictObject({ no: text, state: z.enum(['unregistered', 'sent', 'confirmed', 'differing']) }),
    ground: text,
  })
  .partial();

const shape = z.strictObject({
  tasks: z.record(z.string(), task).default({}),
  answers: z.array(z.strictObject({ task: text, partner: text, answer: z.enum(['joins', 'declines']) })).default([]),
  filings: z
    .array(z.strictObject({ task: text, ground: z.enum(grounds), receipts: z.array(z.enum(parties)) }))
    .default([]),
  superiorDates: z.array(z.strictObject({ task: text, due: date })).default([]),
});

export interface Extras {
  /** The task with what the file says of it in place of what the sheet said. */
  readonly dress: (task: Task) => Task;
  readonly consulted: Consulted;
}

/** @throws WrongCall where the file is not of that shape; the words name the place */
export async function extrasIn(file: string | undefined): Promise<Extras> {
  if (file === undefined) return { dress: (each) => each, consulted: { answers: [], filings: [], superiorDates: [] } };
  const parsed = shape.safeParse(jsonOf(await readFile(file, 'utf8')));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '$'}: ${message}`).join('; ');
    throw new WrongCall({ zh: `${file} 的内容不对：${faults}`, en: `${file} is not of the right shape: ${faults}` });
  }
  const { tasks, ...consulted } = parsed.data;
  // A field that the file leaves out is absent here and not undefined.
  return { dress: (each) => ({ ...each, ...withoutGaps(tasks[each.no] ?? {}) }), consulted };
}

const withoutGaps = (stated: z.infer<typeof task>): Partial<Task> =>
  Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
