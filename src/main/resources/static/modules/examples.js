/** Questions for a first visit, by collection. */
export const EXAMPLES = {
  "nkidp-korean-war": [
    "How much lead did Stalin want from Korea?",
    "How quickly did Kim Il Sung say his army could take the Ongjin peninsula?",
    "What did Mao say about sending Chinese troops to Korea?",
    "Why did the armistice talks at Kaesong stall?",
  ],
};
