/** What is called out: the last part of the number, `0043` of `PHI-20261123-0043`. */
export const shortNumber = (orderNumber: string): string => orderNumber.slice(orderNumber.lastIndexOf('-') + 1);
