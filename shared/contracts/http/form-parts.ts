/** The groups of required fields of the form. */
export const formParts = ['company', 'contact', 'sought', 'consent'] as const;
