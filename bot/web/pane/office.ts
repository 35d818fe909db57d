/** Where a page gets Microsoft's Office.js from: its network at large, the one in China, a copy of the office's own, or nowhere. */
import { never } from '../../../core/result.ts';
import type { PaneFile } from './file.ts';

export type OfficeJs =
  | { readonly kind: 'global' | 'china' }
  | { readonly kind: 'self'; readonly file: (path: string) => PaneFile | null | Promise<PaneFile | null> }
  /** Pages work with files only. */
  | { readonly kind: 'none' };

const hosts = {
  global: 'https://appsforoffice.microsoft.com',
  china: 'https://appsforoffice.cdn.partner.office365.cn',
} as const;

/** Address of the script; '' where there is none. */
export function officeScript(office: OfficeJs): string {
  switch (office.kind) {
    case 'global':
      return `${hosts.global}/lib/1/hosted/office.js`;
    case 'china':
      return `${hosts.china}/appsforoffice/lib/1/hosted/office.js`;
    case 'self':
      return '/addin/office/office.js';
    case 'none':
      return '';
    default:
      return never(office);
  }
}

/** Other hosts than our own that scripts may come from. */
export const officeHosts = ({ kind }: OfficeJs): readonly string[] =>
  kind === 'global' || kind === 'china' ? [hosts[kind]] : [];
