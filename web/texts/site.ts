import type { Language, Texts } from '../../shared/domain/language.ts';
import type { Country } from '../../shared/domain/region.ts';
import { typeset } from '../../shared/domain/typeset.ts';

interface SiteText {
  readonly tagline: string;
  readonly skip: string;
  readonly languages: string;
  readonly privacy: string;
  readonly form: string;
  readonly about: string;
}

/** What every page has around its own matter. */
export const siteTexts: Texts<SiteText> = typeset({
  es: {
    tagline: 'Arequipa – Podlaskie',
    skip: 'Ir al contenido',
    languages: 'Idioma',
    privacy: 'Privacidad',
    form: 'Nueva solicitud',
    about: 'Puente pone en contacto a empresas del Perú y de Polonia; una persona revisa cada propuesta.',
  },
  pl: {
    tagline: 'Arequipa – Podlaskie',
    skip: 'Przejdź do treści',
    languages: 'Język',
    privacy: 'Prywatność',
    form: 'Nowe zapytanie',
    about: 'Puente łączy firmy z Peru z firmami z Polski. Każdą propozycję sprawdza człowiek.',
  },
  en: {
    tagline: 'Arequipa – Podlaskie',
    skip: 'Skip to content',
    languages: 'Language',
    privacy: 'Privacy',
    form: 'New request',
    about: 'Puente puts firms in Peru in touch with firms in Poland; a person checks every proposal.',
  },
});

/** Each language by its own name. */
export const ownNames: Readonly<Record<Language, string>> = { es: 'Español', pl: 'Polski', en: 'English' };

export const countryNames: Texts<Record<Country, string>> = {
  es: { PE: 'Perú', PL: 'Polonia' },
  pl: { PE: 'Peru', PL: 'Polska' },
  en: { PE: 'Peru', PL: 'Poland' },
};
