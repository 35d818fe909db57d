/** Why a plan that stands is changed: a sentence that goes on record with it. */
import { Field, Textarea } from '@fluentui/react-components';
import type { Ref } from 'react';
import { usePane } from '../pane.ts';

interface ReasonProps {
  readonly reason: string;
  readonly give: (reason: string) => void;
  /** It was asked for and is not there. */
  readonly isMissing: boolean;
  readonly field: Ref<HTMLTextAreaElement>;
}

export function Reason({ reason, give, isMissing, field }: ReasonProps) {
  const { t } = usePane();
  return (
    <Field
      label={t.preview.reason}
      hint={t.preview.reasonHint}
      required
      {...(isMissing ? { validationMessage: t.preview.reasonEmpty } : {})}
    >
      <Textarea
        textarea={{ ref: field }}
        value={reason}
        maxLength={4000}
        resize="vertical"
        onChange={(_, { value }) => give(value)}
      />
    </Field>
  );
}
