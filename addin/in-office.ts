/** Whether a page is inside of a spreadsheet program, told before Office.js is there. */

/** As much of a window as is looked at. */
interface PageMarks {
  readonly location: { readonly href: string };
  readonly name: string;
  readonly external?: object;
  readonly sessionStorage: { getItem(key: string): string | null };
}

/**
 * By the marks that Office.js itself looks for: what the program says, in the address, the window's name, or kept from the page before.
 */
export function isInOffice(page: PageMarks): boolean {
  if (/[?&#]_host_Info=/.test(page.location.href)) return true;
  if (/"hostInfo"|_host_Info/.test(page.name)) return true;
  if ('agaveHost' in page) return true;
  if (page.external !== undefined && 'GetHostInfo' in page.external) return true;
  try {
    return (page.sessionStorage.getItem('hostInfoValue') ?? '') !== '';
  } catch {
    // A browser may forbid its store altogether.
    return false;
  }
}
