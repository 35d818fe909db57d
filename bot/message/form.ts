/** A form that a chat asks a person to fill, whatever its platform, and what came back. */
import type { Words } from '../../core/words.ts';
import type { Part } from './message.ts';

export interface Form {
  /** Name of the form in the chat door's table. */
  readonly id: string;
  /** What it is about; comes back with the values and is parsed anew. At most 2,500 characters. */
  readonly about: string;
  /** At most 24 characters in either language: Slack takes no more. */
  readonly title: Words;
  /** At most 24 characters. */
  readonly submit: Words;
  /** Shown above the fields. */
  readonly intro: readonly Part[];
  readonly fields: readonly Field[];
}

interface FieldBase {
  /** Key of the value; stable, so that what was typed survives an error. */
  readonly id: string;
  readonly label: Words;
  readonly hint?: Words;
  readonly optional?: boolean;
}

/** A longer list to choose one from is no help to a person: what is meant is asked for by its number. */
export const optionsMost = 100;

export interface Option {
  readonly value: string;
  readonly label: Words;
}

export type Field =
  | (FieldBase & {
      readonly kind: 'text';
      readonly lines?: 'one' | 'many';
      readonly initial?: string;
      readonly placeholder?: Words;
      /** Characters. */
      readonly atMost?: number;
    })
  | (FieldBase & {
      readonly kind: 'number';
      readonly initial?: number;
      readonly least?: number;
      readonly most?: number;
    })
  | (FieldBase & { readonly kind: 'date'; readonly initial?: string })
  | (FieldBase & { readonly kind: 'one-of'; readonly options: readonly Option[]; readonly initial?: string })
  | (FieldBase & {
      readonly kind: 'some-of';
      readonly options: readonly Option[];
      readonly initial?: readonly string[];
    })
  | (FieldBase & { readonly kind: 'file'; readonly types: readonly string[] });

/** By field id: text, number and date as typed, the chosen value or values, references of uploaded files; '' or [] where left empty. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** The one text of a field; '' where it was left empty or is a list. */
export const one = (values: Values, id: string): string => {
  const value = values[id];
  return typeof value === 'string' ? value.trim() : '';
};
/** The chosen values of a field. */
export const some = (values: Values, id: string): readonly string[] => {
  const value = values[id];
  return typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? []);
};
