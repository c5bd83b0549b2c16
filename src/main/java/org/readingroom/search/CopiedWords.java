package org.readingroom.search;

import java.util.Arrays;

/**
 * Ties the words of a claim to the words of a text that stand there in the same order: the heaviest common
 * subsequence, where words side by side in both weigh more.
 */
final class CopiedWords {

  private static final int CONTENT = 40;
  private static final int EMPTY = 10;
  private static final int IN_A_ROW = 15;
  private static final int SKIPPED = 4;

  private CopiedWords() {}

  /** Returns for each word of the claim the index of the text's; -1 for those that are not copied. */
  static int[] align(ComparedText claim, ComparedText text) {
    int rows = claim.size();
    int columns = text.size();
    int[][] met = new int[rows + 1][columns + 1];
    int[][] best = new int[rows + 1][columns + 1];
    int most = 0;
    int endRow = 0;
    int endColumn = 0;
    for (int row = 1; row <= rows; row++) {
      int weight = LittleWords.isEmpty(claim.get(row - 1)) ? EMPTY : CONTENT;
      for (int column = 1; column <= columns; column++) {
        met[row][column] = claim.get(row - 1).is(text.get(column - 1))
            ? weight + Math.max(best[row - 1][column - 1],
                met[row - 1][column - 1] > 0 ? met[row - 1][column - 1] + IN_A_ROW : 0)
            : 0;
        best[row][column] = Math.max(Math.max(met[row][column], best[row - 1][column]),
            Math.max(0, best[row][column - 1] - SKIPPED));
        if (met[row][column] > most) {
          most = met[row][column];
          endRow = row;
          endColumn = column;
        }
      }
    }
    int[] tied = new int[rows];
    Arrays.fill(tied, -1);
    int row = endRow;
    int column = endColumn;
    boolean inRow = true;
    while (row > 0 && column > 0 && (inRow || best[row][column] > 0)) {
      if (inRow || met[row][column] == best[row][column]) {
        tied[row - 1] = column - 1;
        int weight = LittleWords.isEmpty(claim.get(row - 1)) ? EMPTY : CONTENT;
        int rest = met[row][column] - weight;
        row--;
        column--;
        inRow = met[row][column] > 0 && rest == met[row][column] + IN_A_ROW;
      } else if (best[row][column] == best[row - 1][column]) {
        row--;
      } else {
        column--;
      }
    }
    return tied;
  }
}
