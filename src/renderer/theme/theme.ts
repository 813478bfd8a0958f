import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  Modal,
  PasswordInput,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core';

const filled = (role: 'accent' | 'danger') => ({
  '--button-bg': `var(--${role})`,
  '--button-hover': `var(--${role}-hover)`,
  '--button-color': `var(--${role}-ink)`,
});

const FILLED = { accent: filled('accent'), danger: filled('danger') };

/** Mantine's ramps, so that what we do not style ourselves still speaks our palette (tokens.css holds the roles). */
export const theme = createTheme({
  fontFamily: '"Figtree Variable", "Segoe UI", system-ui, sans-serif',
  headings: { fontFamily: '"Figtree Variable", "Segoe UI", system-ui, sans-serif', fontWeight: '650' },
  lineHeights: { xs: '1.3', sm: '1.35', md: '1.4', lg: '1.45', xl: '1.5' },
  white: '#ffffff',
  black: '#2a2019',
  primaryColor: 'coffee',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  respectReducedMotion: true,
  colors: {
    coffee: ['#fbf5ee', '#f1e1d0', '#e7c8a7', '#e2a76f', '#cf8d52', '#b06f3a', '#94572d', '#7b4522', '#683817', '#4d2810'],
    gray: ['#fbf8f4', '#f6f1ea', '#ece5da', '#e0d6c8', '#cfc2b1', '#a3917f', '#857363', '#665649', '#453a31', '#2a2019'],
    dark: ['#f4ece4', '#d2c6ba', '#b9aa9c', '#806f61', '#3a312a', '#342b25', '#2c2520', '#231d19', '#191512', '#110e0c'],
  },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'md' },
      vars: (_theme, props) => ({
        root: {
          ...(props.variant === undefined || props.variant === 'filled' ? FILLED[props.color === 'red' ? 'danger' : 'accent'] : {}),
          '--button-height': { sm: '40px', md: '48px', lg: '56px', xl: '72px' }[String(props.size)] ?? '48px',
          '--button-fz': { sm: '15px', md: '16px', lg: '18px', xl: '22px' }[String(props.size)] ?? '16px',
        },
      }),
      styles: { label: { fontWeight: 600 } },
    }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 48, variant: 'subtle', color: 'gray' } }),
    Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': '48px', '--input-bd': 'var(--line-strong)' } }) }),
    InputWrapper: Input.Wrapper.extend({ defaultProps: { size: 'md' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
    Switch: Switch.extend({ defaultProps: { size: 'lg' } }),
    ModalRoot: Modal.Root.extend({ defaultProps: { radius: 'lg', centered: true, transitionProps: { duration: 120 } } }),
  },
});

/** Mantine's own roles, taken from ours. */
export const cssVariables: CSSVariablesResolver = () => {
  const roles = {
    '--mantine-color-body': 'var(--bg)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--raised)',
    '--mantine-color-default-hover': 'var(--accent-soft)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-primary-color-filled': 'var(--accent)',
    '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
    '--mantine-color-coffee-filled': 'var(--accent)',
    '--mantine-color-coffee-filled-hover': 'var(--accent-hover)',
    '--mantine-color-coffee-light': 'var(--accent-soft)',
    '--mantine-color-coffee-light-hover': 'var(--accent-soft)',
    '--mantine-color-coffee-light-color': 'var(--accent-soft-ink)',
    '--mantine-color-red-filled': 'var(--danger)',
    '--mantine-color-red-filled-hover': 'var(--danger-hover)',
    '--mantine-primary-color-contrast': 'var(--accent-ink)',
  };
  return { variables: {}, light: roles, dark: roles };
};
