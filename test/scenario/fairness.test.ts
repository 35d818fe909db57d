/** The main points of fairness over some hundred seeds; `npm run trial` holds the long ones. */
import { describe } from 'vitest';
import { evenOver } from './even.ts';

describe('fairness over 1,200 seeds', () => evenOver(1200));
