import { message } from '../../web/language.ts';
import { asksStreetQuery } from '../actions/list-store.ts';
import type { PrivacySection } from '../campaigns/privacy-section.ts';
import { districtsIn } from '../places/rules.ts';
import { mapQuery } from '../platform/query.ts';
import { privacyCopy } from './pages/privacy-copy.ts';

/** What happens to a signature, for every kind of action. */
export const signaturesPrivacy: PrivacySection = (db, campaign) =>
  mapQuery(asksStreetQuery(db, campaign), (asksStreet) => ({ campaign, language }) => {
    const { kept, shown, given, until, rights } = privacyCopy[language];
    const districts = districtsIn(campaign.city);
    const said = (template: string) => message(template, districts, language);
    const closed = message(until.closed, { days: campaign.retentionDays }, language);
    return {
      kept: [said(kept.person), ...(asksStreet ? [kept.street] : []), kept.around, kept.codes, kept.arrival],
      shown: [said(shown[campaign.looks]), said(shown.counts)],
      given: [given.organizers, given.news],
      until: [until.unconfirmed, closed, until.own],
      rights: [rights.page, rights.lost, rights.complain],
    };
  });
