import './theme/tokens.css';
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/figtree/index.css';
import './theme/base.css';
import './theme/print.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/app.tsx';
import { startTexts } from './i18n/i18n.ts';
import { applySchemeEarly } from './theme/scheme.ts';

// The Content-Security-Policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true });
applySchemeEarly();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
await startTexts();
createRoot(root).render(<App />);
