import { useTranslation } from 'react-i18next';
import type { InputIssue } from '../../../contract/errors.ts';
import { findOperation, type OperationName } from '../../../contract/index.ts';
import { inputIssues } from '../../../contract/input-issues.ts';

/** What the contract's own schema finds wrong with an input, just as the core would. */
export const issuesOf = (operation: OperationName, input: unknown): readonly InputIssue[] => {
  const op = findOperation(operation);
  if (!op) throw new Error(`the contract has no ${operation}`);
  const parsed = op.input.safeParse(input);
  return parsed.success ? [] : inputIssues(op, parsed.error, input);
};

/** The field of an issue: the first part of where it is that names one. */
export const fieldOf = (issue: InputIssue): string => String(issue.loc[1] ?? '');

/** The first fault of each field, in words; the same words whichever side found it. */
export const useFaultTexts = () => {
  const { t } = useTranslation();
  const words = ({ type, msg, ctx = {} }: InputIssue): string => {
    const bound = (key: string) => (typeof ctx[key] === 'number' ? ctx[key] : '');
    switch (type) {
      case 'missing':
        return t('list.fault.missing');
      case 'string_too_short':
        return ctx.min_length === 1 ? t('list.fault.missing') : t('list.fault.too_short', { min: bound('min_length') });
      case 'string_too_long':
        return t('list.fault.too_long', { max: bound('max_length') });
      case 'finite_number':
      case 'float_type':
      case 'float_parsing':
      case 'decimal_max_places':
        return t('list.fault.number');
      case 'int_type':
      case 'int_parsing':
      case 'int_from_float':
        return t('list.fault.whole');
      case 'greater_than':
        return t('list.fault.above', { bound: bound('gt') });
      case 'greater_than_equal':
        return ctx.ge === undefined ? msg : t('list.fault.at_least', { bound: bound('ge') });
      case 'less_than':
        return t('list.fault.below', { bound: bound('lt') });
      case 'less_than_equal':
        return ctx.le === undefined ? msg : t('list.fault.at_most', { bound: bound('le') });
      default:
        return msg;
    }
  };
  return (issues: readonly InputIssue[]): Readonly<Record<string, string>> =>
    Object.fromEntries(issues.toReversed().map((issue) => [fieldOf(issue), words(issue)]));
};
