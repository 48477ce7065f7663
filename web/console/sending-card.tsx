import { useState } from 'preact/hooks';
import type { SendingView } from '../../shared/contracts/http/sending-view.ts';
import { Facts } from '../components/facts.tsx';
import { Moment } from '../components/moment.tsx';
import { sendingTexts } from '../texts/sending.ts';
import type { Api } from './api.ts';
import { NoteForm } from './note-form.tsx';
import { useLanguage } from './reader.ts';

const buttonId = 'close-breaker';

interface SendingCardProps {
  readonly sending: SendingView;
  readonly api: Api;
  /** Something came of it: what to say, and that what is shown is out of date. */
  readonly onMoved: (text: string) => void;
  readonly onSignIn: () => void;
}

/** Whether mail is sent at all; while it is not, why, and the way to resume it. */
export function SendingCard({ sending, api, onMoved, onSignIn }: SendingCardProps) {
  const language = useLanguage();
  const texts = sendingTexts[language];
  const [asked, setAsked] = useState(false);
  const { because, since } = sending;
  if (sending.breaker === 'closed') return <p class="hint">{texts.closed}</p>;
  const reason = because === undefined ? undefined : (texts.reasons[because] ?? because);
  const cancel = () => {
    setAsked(false);
    document.getElementById(buttonId)?.focus();
  };
  return (
    <section class="card highlight" aria-labelledby="sending">
      <h2 id="sending">{texts.heading}</h2>
      <p>{texts.waits}</p>
      <Facts
        facts={[
          [texts.why, reason],
          [texts.since, since && <Moment key="since" at={since} language={language} />],
        ]}
      />
      <div class="actions">
        <button
          type="button"
          id={buttonId}
          class="button secondary"
          aria-expanded={asked}
          onClick={() => setAsked(!asked)}
        >
          {texts.close}
        </button>
      </div>
      {asked && (
        <NoteForm
          id="close-form"
          explain={texts.explain}
          confirm={texts.confirm}
          tone="danger"
          act={(note) => api.closeBreaker(note)}
          onDone={() => onMoved(texts.done)}
          onConflict={() => onMoved(texts.openedAgain)}
          onCancel={cancel}
          onSignIn={onSignIn}
        />
      )}
    </section>
  );
}
