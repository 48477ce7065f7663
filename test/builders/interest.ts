import { EmailAddress } from '../../shared/domain/email-address.ts';
import type { InterestForm, InterestIn, InterestStatus } from '../../shared/domain/interest.ts';
import { later, monday, newInterestId } from './ids.ts';

const daySeconds = 86_400;

/** The form of Talleres Misti SAC, which looks for a maker of farm machines to buy from. */
export function interestForm(overrides: Partial<InterestForm> = {}): InterestForm {
  return {
    language: 'es',
    company: {
      name: 'Talleres Misti SAC',
      country: 'PE',
      region: 'Arequipa',
      taxId: '20999990003',
      website: 'https://misti.example',
      sectors: [{ scheme: 'ciiu4', code: '2822' }],
    },
    contact: {
      name: 'Lucía Quispe',
      email: new EmailAddress('compras@misti.example'),
      phone: '+51 54 000000',
    },
    intent: 'buy',
    sought: {
      description:
        'Buscamos un fabricante de segadoras y rastrillos para alfalfa que trabaje con importadores pequeños. ' +
        'Atendemos a unas 300 chacras del valle de Majes y de La Joya, casi todas con menos de diez hectáreas y con ' +
        'tractores de 50 a 90 CV. Nos interesan la venta, los repuestos y la capacitación de nuestros mecánicos. ' +
        'Empezaríamos con dos o tres máquinas de demostración para la campaña que comienza en agosto, y pagaríamos ' +
        'con carta de crédito. Preferimos una marca que todavía no tenga representante en el sur del Perú.',
      sectors: [{ scheme: 'nace21', code: '28.30' }],
      certificates: ['ISO 9001'],
      languages: ['es', 'en'],
    },
    consent: { version: '2026-11', contactByEmail: true, shareOnAcceptance: true },
    targetRegion: 'Podlaskie',
    ...overrides,
  };
}

function held() {
  const consentSource = 'form' as const;
  return {
    id: newInterestId(),
    revision: 1,
    createdAt: monday,
    updatedAt: monday,
    form: interestForm(),
    consentSource,
  };
}

const confirmed = { confirmedAt: later(3600), endsAt: later(180 * daySeconds) };

const variants: { readonly [S in InterestStatus]: () => InterestIn<S> } = {
  submitted: () => ({ ...held(), status: 'submitted', confirmBy: later(7 * daySeconds) }),
  confirmed: () => ({ ...held(), ...confirmed, status: 'confirmed', matchBy: later(3900) }),
  matched: () => ({ ...held(), ...confirmed, status: 'matched', matchedAt: later(3605), leadCount: 2 }),
  closed: () => ({ ...held(), status: 'closed', closedAt: later(200 * daySeconds) }),
  expired: () => ({ ...held(), status: 'expired', expiredAt: later(8 * daySeconds) }),
  withdrawn: () => ({ ...held(), status: 'withdrawn', withdrawnAt: later(2 * daySeconds) }),
  erased: () => {
    const { id, revision, createdAt, updatedAt } = held();
    return { id, revision, createdAt, updatedAt, status: 'erased', erasedAt: later(3 * daySeconds) };
  },
};

export const interestStatuses = Object.keys(variants) as InterestStatus[];

/** An interest in `status`, with an id of its own. */
export function interestIn<S extends InterestStatus>(
  status: S,
  overrides: Partial<InterestIn<S>> = {},
): InterestIn<S> {
  return { ...variants[status](), ...overrides };
}
