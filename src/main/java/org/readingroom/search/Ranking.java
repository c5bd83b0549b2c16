package org.readingroom.search;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Says how passages are found and ranked; the reasons for the values are in {@code docs/adr}.
 *
 * @param candidates how many passages each of the two searches finds
 * @param read how many passages are read for a question
 * @param fusion how the scores of the two searches are made comparable
 * @param names whether the forms of a name in the authority file mean the same
 * @param lexical the share of the lexical score in the fused one; the rest is the vectors'
 * @param header how much a term counts in a passage's header beside one in its text
 * @param nameForms how much the words of a name count beside the name itself
 * @param date what a passage gains whose document is of a date that the question names
 * @param passage what a sentence's score gains with each point of its passage's
 * @param found what a sentence's score gains with each point of its passage's score by search
 */
@ConfigurationProperties("reading-room.ranking")
public record Ranking(int candidates, int read, Fusion fusion, boolean names, double lexical, double header,
    double nameForms, double date, double passage, double found) {

  public Ranking {
    if (candidates < read || read < 1) {
      throw new IllegalArgumentException("reading-room.ranking: read is 1 to candidates");
    }
    if (lexical < 0 || lexical > 1) {
      throw new IllegalArgumentException("reading-room.ranking.lexical is a share from 0 to 1, not " + lexical);
    }
  }
}
