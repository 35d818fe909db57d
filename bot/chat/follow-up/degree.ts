/** 违法行为程度: how grave a violation is, asked where a penalty or a leniency is put on record. */
import { type Degree, degrees, degreeWords } from '../../../core/outcome/degree.ts';
import { type Field, one, type Values } from '../../message/form.ts';
import { chosenFrom } from './act-form.ts';

export const degreeField: Field = {
  ...chosenFrom('degree', { zh: '违法行为程度', en: 'How grave' }, degreeWords, degrees),
  optional: true,
};

export const degreeIn = (values: Values): Degree | null =>
  degrees.find((each) => each === one(values, 'degree')) ?? null;
