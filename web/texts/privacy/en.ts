import type { PrivacyText } from '../privacy.ts';

export const en: PrivacyText = {
  title: 'Privacy',
  lead: 'Puente brings firms together. For that it handles little personal data: the name, e-mail address and phone of a contact person. This is what we do with it.',
  version: 'Version of this notice and of the consents:',
  contents: 'On this page',
  sections: {
    who: {
      title: 'Who answers for the data',
      body: () => [
        'Whoever runs this installation of Puente is the controller under Regulation (EU) 2016/679 (GDPR), and the holder of the data bank under Peru’s Ley 29733.',
        'If your firm is in a cluster, you can reach the operator through the coordinator of that cluster. If you sent a request, the page of your request shows what you sent and lets you withdraw it.',
      ],
    },
    data: {
      title: 'Which data',
      body: () => [
        [
          'Of the contact person: name, e-mail address and, if given, phone.',
          'Of the firm: name, country, region, RUC or NIP, website, sectors, languages, and what it is looking for or offers.',
          'Of what happens: when something was confirmed, approved, answered or withdrawn, and which consent was given, when and in which words.',
        ],
      ],
    },
    source: {
      title: 'Where it comes from',
      body: () => [
        'If you filled in the form, from you. What is marked as optional may stay empty; without the rest we cannot handle the request.',
        'If your firm is in a cluster, from the coordinator of that cluster, who recorded your consent to receive requests. The first e-mail reminds you of it.',
      ],
    },
    purpose: {
      title: 'What for, and on which basis',
      body: () => [
        [
          'To handle the request, to introduce it and to tell you how it is going: your consent (GDPR art. 6(1)(a); in Poland also art. 398 of the Electronic Communications Law; in Peru art. 13 of Ley 29733).',
          'To hand contact details over after an acceptance: the explicit consent of both sides.',
          'Not to write to people who asked us not to, and to be able to prove consents: our legitimate interest and our legal duties (GDPR art. 6(1)(f) and (c)).',
        ],
        'You can take your consent back at any time. What was done before stays lawful.',
      ],
    },
    matching: {
      title: 'How firms are chosen',
      body: () => [
        'Proposals are made by an automatic calculation: it compares the sectors looked for with those that each firm declares, and considers which requests the firm wants to hear of and in which region it is. Where no sector is given, it is read from the description.',
        'The calculation looks at firms, not at people, and it decides nothing: each proposal is approved or rejected by a person, the coordinator of the cluster, who sees the reasons. You can ask for a person to explain or review a result.',
      ],
    },
    recipients: {
      title: 'Who receives it',
      body: () => [
        [
          'The coordinator of the cluster and the firms proposed: the request without contact details.',
          'The firm that accepts and the firm that asked: the details of the other (name, e-mail address, phone, and the firm’s data: website, sectors, languages), once the time to undo is over.',
          'The hosting and e-mail services that the operator uses; they act only on its behalf.',
        ],
        'Nobody else. We sell no data and publish no lists.',
      ],
    },
    transfer: {
      title: 'Between Poland and Peru',
      body: () => [
        'The European Commission has made no adequacy decision for Peru: it has not found that its law protects personal data as that of the European Union does. It may be harder there to enforce rights or to turn to an authority.',
        'So these details go from one country to the other only with the explicit consent of the person, given on the form or when accepting (GDPR art. 49(1)(a); Ley 29733, art. 15).',
      ],
    },
    retention: {
      title: 'How long',
      body: ({ confirm, interest, answer }) => [
        [
          `A request that is not confirmed; time to confirm: ${confirm}. Then it expires.`,
          `A confirmed request; it stands for ${interest}, and longer only while a firm can still answer. Then it is closed.`,
          `A request that was sent to a firm; time to answer: ${answer}.`,
        ],
        'When contact details are no longer needed for that purpose, the operator erases them. After that only an irreversible hash of the address remains; one is also kept when somebody asks us not to write, so that the address is never written to again.',
      ],
    },
    rights: {
      title: 'Your rights',
      body: () => [
        'You can ask for access to your data, for correction, erasure, restriction and portability, and you can object. In Peru, access, rectification, cancellation and objection are the ARCO rights. It costs nothing.',
        'If your firm is in a cluster, ask through the coordinator of that cluster; to object to e-mail, the stop link in each request is enough. If you sent a request, its page shows what you sent and lets you withdraw it.',
        'We answer within one month; in Peru within 20 days for access, and within 10 days for rectification, cancellation and objection.',
        'You can complain to the President of the Personal Data Protection Office, UODO (Poland), or to the Autoridad Nacional de Protección de Datos Personales (Peru).',
      ],
    },
    stop: {
      title: 'Stopping e-mail',
      body: () => [
        'Each request that we send you and each reminder has a link to stop them, without an account or a password. It takes effect the moment you press the button.',
      ],
    },
    devices: {
      title: 'Cookies and tracking',
      body: () => [
        'These pages use no cookies and nothing of third parties, and the e-mails hold no images that track. The coordinator’s console keeps in the browser its session, until the tab is closed, and the language chosen.',
      ],
    },
  },
};
