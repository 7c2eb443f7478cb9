import { StartRefusal } from '../platform/settings.ts'
import { isAddress, type Senders } from './message.ts'
import { openSmtpSender, readSmtpAddress } from './open-smtp.ts'
import { openWebhookSender } from './open-gateway.ts'

/** What leaves this Cairn, by what the person who runs it has set. Set by halves is told at the start. */
export function openSenders(env: Readonly<Record<string, string | undefined>>): Senders {
  const said = (name: string) => env[name]?.trim() || undefined
  const [smtpUrl, mailFrom] = [said('SMTP_URL'), said('MAIL_FROM')]
  const [smsUrl, smsToken] = [said('SMS_URL'), said('SMS_TOKEN')]
  if ((smtpUrl === undefined) !== (mailFrom === undefined)) {
    throw new StartRefusal('To send mail, set both SMTP_URL and MAIL_FROM; to send none, neither.')
  }
  if (mailFrom !== undefined && !isAddress(mailFrom.replace(/^[^<>\r\n]*<([^<>]*)>$/, '$1'))) {
    throw new StartRefusal('MAIL_FROM is not an address. It looks like Birch School <portfolio@example.org>.')
  }
  if (smsUrl !== undefined && !/^https?:\/\//.test(smsUrl)) {
    throw new StartRefusal(
      'SMS_URL is not the address of a gateway. It looks like https://texts.example.org/send.',
    )
  }
  return {
    ...(smtpUrl === undefined || mailFrom === undefined
      ? {}
      : { mail: openSmtpSender(readSmtpAddress(smtpUrl), mailFrom) }),
    ...(smsUrl === undefined ? {} : { text: openWebhookSender(smsUrl, smsToken) }),
  }
}
