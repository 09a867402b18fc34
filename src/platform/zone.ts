/** IANA name of where the learner is; some browsers do not say, and then days are those of UTC. */
export const localZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
