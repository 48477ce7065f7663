/** The languages Puente speaks: Spanish as in Peru, Polish, English. */
export const languages = ['es', 'pl', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text in each language; a missing one does not compile. */
export type Texts<T = string> = Readonly<Record<Language, T>>;
