import { type Language, message } from '../language.ts';
import { CopyButton } from './copy-button.tsx';
import { Qr } from './qr.tsx';
import { shareCopy } from './share-copy.ts';

/** An address as a QR code. */
export function AddressCode({ address, language }: { address: string; language: Language }) {
  return <Qr text={address} label={message(shareCopy[language].qr, { address }, language)} />;
}

type LinkedAddressProps = { id: string; label: string; address: string; language: Language };

/** An address as a QR code and as a text to copy. */
export function LinkedAddress({ id, label, address, language }: LinkedAddressProps) {
  return (
    <div class="linked">
      <AddressCode address={address} language={language} />
      <div class="field">
        <label for={id}>{label}</label>
        <input id={id} type="text" readonly value={address} />
        <CopyButton of={id} name={label} language={language} />
      </div>
    </div>
  );
}
