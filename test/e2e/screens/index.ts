export { Board } from './board.ts';
export { Header } from './header.ts';
export { LockScreen } from './lock-screen.ts';
export { type ReportFigure, ReportScreen, ShiftScreen } from './shift-screen.ts';
export { Till } from './till.ts';
