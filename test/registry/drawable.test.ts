import { describe, expect, it } from 'vitest';
import { drawable, drawableSubject } from '../../core/registry/drawable.ts';
import { wordsOfNotDrawable } from '../../core/registry/words.ts';
import { anInspector, aSubject } from './make.ts';

const reason = (inspector: ReturnType<typeof anInspector>, on: string) => {
  const result = drawable(inspector, on);
  return result.ok ? 'drawable' : result.error.kind;
};

describe('who can be drawn', () => {
  it('a certificate holds on its last day and not on the next', () => {
    expect(reason(anInspector(), '2027-06-30')).toBe('drawable');
    expect(reason(anInspector(), '2027-07-01')).toBe('certificate-expired');
  });

  it('54号: whoever holds no certificate is not drawn', () => {
    const found = drawable(anInspector({ certificate: null }), '2026-01-01');
    expect(found.ok ? '' : wordsOfNotDrawable(found.error).zh).toContain('国办发〔2024〕54号');
  });

  it('S3-32: a person of daily supervision is kept and never one of the two officers, with or without a certificate', () => {
    expect(reason(anInspector({ kind: 'daily', certificate: null }), '2026-01-01')).toBe('daily');
    expect(reason(anInspector({ kind: 'daily' }), '2026-01-01')).toBe('daily');
  });

  it('S4-17: whoever left stays on the roll and is drawn until the day before', () => {
    const gone = anInspector({ left: '2026-05-01' });
    expect([reason(gone, '2026-04-30'), reason(gone, '2026-05-01')]).toEqual(['drawable', 'left']);
  });

  it('a certificate without end (长期有效) never runs out', () => {
    const forever = anInspector({ certificate: { number: '1', validUntil: '9999-09-09' } });
    expect(reason(forever, '2090-01-01')).toBe('drawable');
  });

  it.each(['cancelled', 'revoked', 'annulled', 'moved-out'] as const)(
    'a %s subject stays in the directory and is not drawn',
    (status) => {
      expect(drawableSubject(aSubject({ status })).ok).toBe(false);
    },
  );
});
