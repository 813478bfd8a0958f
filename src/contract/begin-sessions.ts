/** Operations whose answer signs somebody in: it brings a token, which each door keeps in its own way and no page ever gets. */
export const BEGIN_SESSIONS: ReadonlySet<string> = new Set(['session.signIn', 'session.createOwner', 'setup.run', 'setup.importArchive']);
