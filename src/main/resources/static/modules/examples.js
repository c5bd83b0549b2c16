/** Questions for a first visit, by collection. */
export const EXAMPLES = {
  "nkidp-korean-war": [
    "How much lead did Stalin want from Korea?",
    "How quickly did Kim Il Sung say his army could take the Ongjin peninsula?",
    "Could China send troops to Korea in October 1950?",
    "Why was the conference in Kaesong suspended?",
  ],
};
