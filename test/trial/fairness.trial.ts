/** Fairness over twenty thousand seeds: an enterprise whose chance is a tenth off would show. */
import { describe } from 'vitest';
import { evenOver } from '../scenario/even.ts';

describe('fairness over 20,000 seeds', () => evenOver(20_000));
