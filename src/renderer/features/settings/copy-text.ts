/**
 * Copies an element's text. The modern way needs a permission that the desktop app gives to no page, and an encrypted
 * connection in a browser; the selection's own copying works everywhere.
 */
export const copyTextOf = (element: HTMLElement): boolean => {
  const selection = document.getSelection();
  if (!selection) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand('copy');
};
