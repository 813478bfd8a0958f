/** Why a PIN is among the first that anybody would try; null: it is not. */
export const weaknessOfPin = (pin: string): 'same_digit' | 'row' | null => {
  if (/^(\d)\1*$/.test(pin)) return 'same_digit';
  const steps = Array.from({ length: pin.length - 1 }, (_, index) => Number(pin[index + 1]) - Number(pin[index]));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1) ? 'row' : null;
};
