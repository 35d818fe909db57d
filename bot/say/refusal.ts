/** Every refusal in words, one arm a stage. */
import type { Words } from '../../core/words.ts';
import type { Refusal } from '../refusal.ts';
import { sayPeople } from './people.ts';
import { sayPlan } from './plan.ts';
import { sayRegistry } from './registry.ts';
import { sayRights } from './rights.ts';

export function sayRefusal(refusal: Refusal): Words {
  switch (refusal.stage) {
    case 'rights':
      return sayRights(refusal.why);
    case 'people':
      return sayPeople(refusal.why);
    case 'registry':
      return sayRegistry(refusal.why);
    case 'plan':
      return sayPlan(refusal.why);
    default: {
      const why = JSON.stringify(refusal.why);
      return { zh: `未能办理：${why}`, en: `Refused: ${why}` };
    }
  }
}
