package org.readingroom.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.answer.ClaimChecker.Checked;
import org.readingroom.answer.ClaimSettings.Unsupported;
import org.readingroom.answer.ModelTrace.Check;
import org.readingroom.answer.ModelTrace.Dropped;
import org.readingroom.timing.Stage;

/** Makes an answer of a model's output while it comes: a claim is checked and written as soon as it is out. */
final class Drafting {

  /** The most sentences of one answer. */
  private static final int MOST_CLAIMS = 12;
  /** The most claims that are judged: a model that made so many without support repeats itself. */
  private static final int MOST_JUDGED = 60;
  /** After how many characters without a whole claim it is looked whether a model repeats itself. */
  private static final int MOST_UNFINISHED = 2_000;
  /** How many characters that it said before tell that it does. */
  private static final int REPEATED = 200;
  /** Up to how many characters an output is read anew with each mark; from there on, as it grows by a share. */
  private static final int SHORT = 4_000;
  private static final double GROWTH = 1.05;

  /** What a claim may end with. */
  private static final String ENDS = ".!?]】}\n";
  /** How many characters after such a mark it shows whether it ended one. */
  private static final int NEAR = 30;

  private final ClaimChecker checker;
  private final AnswerWriter writer;
  private final Unsupported unsupported;
  private final Echo echo;
  private final StringBuilder output = new StringBuilder();
  private int sinceEnd;
  private double nextReading;
  private int read;
  private int written;
  private int finished;
  private boolean endless;
  private ModelTrace trace = ModelTrace.NONE;

  /**
   * Starts a draft.
   *
   * @param unsupported what becomes of claims that nothing supports; where they are shown, words are shown as
   *          they come, too
   * @param echo hears what the model was told, which is never shown
   */
  Drafting(ClaimChecker checker, AnswerWriter writer, Unsupported unsupported, Echo echo) {
    this.echo = echo;
    this.checker = checker;
    this.writer = writer;
    this.unsupported = unsupported;
  }

  /** Takes more of the output. */
  void more(String words) {
    if (output.length() < Claims.MAX_LENGTH && !isFull()) {
      output.append(words);
      boolean mayEnd = mayEndClaim(words);
      if (output.length() < nextReading) {
        return;
      }
      nextReading = output.length() < SHORT ? 0 : output.length() * GROWTH;
      if (mayEnd || nextReading > 0) {
        int before = read;
        write(Claims.read(output.toString(), false));
        String said = Claims.unthought(output.toString());
        finished = read > before ? said.length() : Math.min(finished, said.length());
        endless = isRepeated(said.substring(finished));
      }
      if (unsupported == Unsupported.SHOW && !isFull()) {
        String begun = Claims.begun(output.toString());
        if (!begun.isEmpty() && !echo.isHeardIn(begun)) {
          writer.live(begun);
        }
      }
    }
  }

  /** Tells whether a long beginning of a claim ends with what it has said before. */
  private static boolean isRepeated(String begun) {
    int last = begun.length() - REPEATED;
    return begun.length() > MOST_UNFINISHED && begun.indexOf(begun.substring(last)) < last;
  }

  /** Tells whether words may end a claim, which shows a little after its stop; the rest need not be read anew. */
  private boolean mayEndClaim(String words) {
    if (words.chars().anyMatch(c -> ENDS.indexOf(c) >= 0)) {
      sinceEnd = 0;
    } else {
      sinceEnd += words.length();
    }
    return sinceEnd < NEAR;
  }

  /** Takes the end of an output that was broken off. */
  void ended() {
    ended(Claims.broken(output.toString()));
  }

  /**
   * Takes a whole output, of which nothing need have been heard before.
   *
   * @return whether the model says that the evidence does not answer
   */
  boolean ended(String whole) {
    if (output.isEmpty()) {
      output.append(whole);
    }
    // What a call was cancelled in the middle of is no claim.
    return ended(Claims.read(output.toString(), !isFull()));
  }

  private boolean ended(Claims claims) {
    write(claims);
    writer.breakOff();
    return claims.denied() || trace.claims() > 0 && trace.dropped().size() == trace.claims()
        && trace.dropped().stream().allMatch(Drafting::isDenial);
  }

  /** Tells whether a claim was dropped as talk of the evidence, such as that it does not say something. */
  private static boolean isDenial(Dropped dropped) {
    return dropped.check() == Check.FORM && dropped.reason().startsWith("it speaks of the evidence");
  }

  /** Tells whether nothing that may come would still be shown. */
  boolean isFull() {
    return endless || writer.isFull() || written >= MOST_CLAIMS || read >= MOST_JUDGED
        || output.length() >= Claims.MAX_LENGTH;
  }

  /** Returns what became of the model's claims. */
  ModelTrace trace() {
    return trace;
  }

  private void write(Claims claims) {
    List<Claim> all = claims.claims();
    for (; read < Math.min(all.size(), MOST_JUDGED) && written < MOST_CLAIMS; read++) {
      Claim claim = all.get(read);
      if (!all.subList(0, read).contains(claim)) {
        write(Stage.VERIFY.time(() -> checker.check(claim)));
      } else {
        writer.breakOff();
      }
    }
  }

  private void write(Checked checked) {
    @Nullable
    Dropped left = checked.left();
    if (!checked.bare() && echo.isHeardIn(checked.text())) {
      writer.breakOff();
      left = left != null && left.check() == Check.FORM
          ? left
          : new Dropped(checked.text(), Check.FORM, "it repeats what the model was told");
    } else if (checked.supported()) {
      written++;
      boolean fits = checked.bare()
          ? writer.quote(checked.grounds().getFirst())
          : writer.claim(checked.text(), checked.grounds(), checked.support());
      if (!fits) {
        left = new Dropped(checked.text(), Check.ROOM, "the answer has as many citations as were asked for");
      }
    } else if (unsupported == Unsupported.SHOW) {
      written++;
      writer.unsupported(checked.text());
    }
    trace = trace.with(checked, left);
  }
}
