/** Path of the sign-in provider on the runner's own server. */
export const IDENTITY_PATH = '/identity';
