/**
 * What one browser remembers for the pane besides the workbook: who is signed in, and copies for working offline. It may vanish at any time; nothing
 * that a person typed is only here. `tokenKey` belongs where it ends with the window (sessionStorage).
 */
export interface Store {
  /** null where there is nothing, or nothing any more. */
  read(key: string): Promise<string | null>;
  /** null takes it away. A store that is full or forbidden does nothing. */
  write(key: string, text: string | null): Promise<void>;
}

export const tokenKey = 'token';
