import type { PrivacyText } from '../privacy.ts';

export const es: PrivacyText = {
  title: 'Privacidad',
  lead: 'Puente pone en contacto a empresas. Para eso trata pocos datos personales: el nombre, el correo y el teléfono de la persona de contacto. Aquí contamos qué hacemos con ellos.',
  version: 'Versión de este aviso y de los consentimientos:',
  contents: 'En esta página',
  sections: {
    who: {
      title: 'Quién responde por los datos',
      body: () => [
        'Responde por los datos la entidad que opera esta instalación de Puente. Es la responsable del tratamiento según el Reglamento (UE) 2016/679 (RGPD) y la titular del banco de datos personales según la Ley 29733 del Perú.',
        'Si su empresa es de un clúster, puede dirigirse a ella por medio de la coordinación de ese clúster. Si usted envió una solicitud, la página de su solicitud muestra lo que envió y le permite retirarla.',
      ],
    },
    data: {
      title: 'Qué datos tratamos',
      body: () => [
        [
          'De la persona de contacto: nombre, correo electrónico y, si lo da, teléfono.',
          'De la empresa: nombre, país, región, RUC o NIP, sitio web, sectores, idiomas, y lo que busca u ofrece.',
          'De lo que ocurre: cuándo se confirmó, aprobó, respondió o retiró algo, y qué consentimiento se dio, cuándo y con qué texto.',
        ],
      ],
    },
    source: {
      title: 'De dónde vienen',
      body: () => [
        'Si usted llenó el formulario, de usted. Lo marcado como opcional puede quedar vacío; sin lo demás no podemos tramitar la solicitud.',
        'Si su empresa es de un clúster, de la coordinación de ese clúster, que registró su consentimiento para recibir solicitudes. El primer correo se lo recuerda.',
      ],
    },
    purpose: {
      title: 'Para qué y con qué base legal',
      body: () => [
        [
          'Para tramitar la solicitud, presentarla y avisarle cómo avanza: su consentimiento (RGPD, art. 6.1.a; Ley 29733, art. 13; en Polonia también art. 398 de la Ley de Comunicaciones Electrónicas).',
          'Para entregar los datos de contacto a quien acepta: el consentimiento expreso de ambas partes.',
          'Para no volver a escribir a quien pidió que no lo hagamos, y para poder demostrar los consentimientos: nuestro interés legítimo y nuestras obligaciones legales (RGPD, art. 6.1.f y 6.1.c).',
        ],
        'Puede retirar su consentimiento cuando quiera. Lo hecho hasta entonces sigue siendo válido.',
      ],
    },
    matching: {
      title: 'Cómo se eligen las empresas',
      body: () => [
        'Las propuestas las hace un cálculo automático: compara los sectores que se buscan con los que declara cada empresa, y tiene en cuenta qué tipo de contacto quiere recibir y en qué región está. Si no se indica un sector, se deduce de la descripción.',
        'El cálculo solo mira a las empresas, no a las personas, y no decide nada: cada propuesta la aprueba o rechaza una persona de la coordinación del clúster, que ve los motivos. Puede pedir que una persona le explique o revise un resultado.',
      ],
    },
    recipients: {
      title: 'Quién los recibe',
      body: () => [
        [
          'La coordinación del clúster y las empresas propuestas: la solicitud sin datos de contacto.',
          'La empresa que acepta y la empresa que preguntó: los datos de la otra (nombre, correo, teléfono y datos de la empresa: sitio web, sectores, idiomas), pasado el plazo para deshacer.',
          'Los servicios de alojamiento y de correo que la entidad operadora contrata, que actúan solo por su encargo.',
        ],
        'Nadie más. No vendemos datos ni publicamos listas.',
      ],
    },
    transfer: {
      title: 'Entre Polonia y el Perú',
      body: () => [
        'La Comisión Europea no ha adoptado una decisión de adecuación para el Perú: no ha reconocido que su ley proteja los datos personales igual que la de la Unión Europea. Puede ser más difícil hacer valer allí los derechos o acudir a una autoridad.',
        'Por eso los datos de contacto pasan de un país al otro solo con el consentimiento expreso de la persona, dado en el formulario o al aceptar (RGPD, art. 49.1.a; Ley 29733, art. 15).',
      ],
    },
    retention: {
      title: 'Cuánto tiempo',
      body: ({ confirm, interest, answer }) => [
        [
          `Solicitud sin confirmar; plazo: ${confirm}. Después vence.`,
          `Solicitud confirmada; vigencia: ${interest}, y más tiempo solo mientras una empresa aún puede responder. Después se cierra.`,
          `Solicitud enviada a una empresa; plazo de respuesta: ${answer}.`,
        ],
        'Cuando los datos de contacto ya no son necesarios para ese fin, la entidad operadora los elimina. Después queda solo una huella irreversible (hash) de la dirección, que también se guarda si alguien pide que no le escribamos: así no volvemos a escribirle.',
      ],
    },
    rights: {
      title: 'Sus derechos',
      body: () => [
        'Puede pedir el acceso a sus datos, su rectificación, su cancelación o supresión, la limitación de su tratamiento y su portabilidad, y puede oponerse al tratamiento. En el Perú, los de acceso, rectificación, cancelación y oposición son los derechos ARCO. No tiene ningún costo.',
        'Si su empresa es de un clúster, pídalo por medio de la coordinación de ese clúster; para oponerse a recibir correos basta el enlace de baja que lleva cada solicitud. Si usted envió una solicitud, en su página ve lo que envió y puede retirarla.',
        'Plazo de respuesta: un mes como máximo; en el Perú, 20 días para el acceso y 10 para la rectificación, la cancelación y la oposición.',
        'Si no está conforme, puede reclamar ante la Autoridad Nacional de Protección de Datos Personales (Perú) o ante el Presidente de la Oficina de Protección de Datos Personales, UODO (Polonia).',
      ],
    },
    stop: {
      title: 'Dejar de recibir correos',
      body: () => [
        'Cada solicitud que le enviamos y cada recordatorio llevan un enlace para dejar de recibirlos, sin cuenta ni contraseña. Rige desde el momento en que usted presiona el botón.',
      ],
    },
    devices: {
      title: 'Cookies y seguimiento',
      body: () => [
        'Estas páginas no usan cookies ni contenidos de terceros, y los correos no llevan imágenes que rastreen. La consola de coordinación guarda en el navegador la sesión, hasta que se cierra la pestaña, y el idioma elegido.',
      ],
    },
  },
};
